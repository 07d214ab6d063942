package dev.joist.compiler.analysis;

import dev.joist.bytecode.FunctionTemplate;
import dev.joist.spi.opcode.Insn;
import java.util.Optional;

/** A function to be compiled, linked into an engine. */
public interface CompilationUnit {
  FunctionTemplate template();

  /** Address of its FunctionInfo. */
  long info();

  /** The Value of a LITERAL constant; a cell among them lives as long as the function. */
  long constantValue(int index);

  /** What closures of the function that a constant names are made of. */
  Insn.ClosureParts closure(int index);

  /** The only function of bytecode that a CALL site has called, see {@link Insn#callee}; from now on it is kept alive. */
  Optional<Insn.Callee> callee(int site);

  /** A word of its site data. */
  long siteWord(int index);

  /** See {@link Insn#isPermanentGlobal}. */
  boolean isPermanentGlobal(int site);

  /** How often facts about prototypes have ended, see {@link Insn#prototypeEpoch}. */
  int prototypeEpoch();
}
