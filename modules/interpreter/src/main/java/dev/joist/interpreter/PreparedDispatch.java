package dev.joist.interpreter;

import dev.joist.bytecode.OpcodeTable;
import dev.joist.runtime.vm.Interpreter;

/** An interpreter that a build has generated. Found by {@link java.util.ServiceLoader}. */
public interface PreparedDispatch {
  /** The opcodes it is for, in the order of their numbers. */
  OpcodeTable opcodes();

  /** Loads it. */
  Interpreter load();
}
