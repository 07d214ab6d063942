package dev.joist.spi.opcode;

import dev.joist.bytecode.Constant;
import dev.joist.bytecode.FunctionTemplate;
import dev.joist.bytecode.OpcodeDescriptor;
import java.util.Optional;

/** A decoded instruction of a function that is being compiled. What it says of sites is a snapshot: it does not change during a compilation. */
public interface Insn {
  OpcodeDescriptor descriptor();

  /** Byte offset in the function's code. */
  int offset();

  FunctionTemplate function();

  /** An operand's number: register, immediate, count, index; of a TARGET the absolute offset. */
  int operand(int index);

  /** The constant that a CONSTANT operand names. */
  Constant constant(int index);

  /** The Value of a LITERAL constant. A cell among them lives as long as the function, so it may be baked into code. */
  long constantValue(int index);

  /**
   * What a closure of a function is made of.
   *
   * @param info the address of the function's info
   * @param shapeId the closure's shape, which lives as long as the engine
   * @param bytes of its cell
   */
  record ClosureParts(long info, int shapeId, int bytes) {}

  /** What closures of the function are made of that a FUNCTION constant names. */
  ClosureParts closure(int index);

  /**
   * A function of bytecode that is called.
   *
   * @param function its Value, which lives as long as the function that is compiled
   * @param info the address of its info
   */
  record Callee(long function, long info, int parameterCount) {}

  /** The only function that the instruction's CALL site has called so far; empty for natives, or when there were several. */
  Optional<Callee> callee(int index);

  /** The feedback bits of the instruction's site, 0 when it has none or nothing is known yet. */
  int feedback();

  /** A word of the site that a SITE operand names. */
  long siteWord(int index, int word);

  /** Whether a GLOBAL site holds the cell of a variable that has a value now and always will. */
  boolean isPermanentGlobal(int index);

  /** {@link Layout#CONTEXT_PROTOTYPE_EPOCH} when the function is compiled. */
  int prototypeEpoch();

  /**
   * Whether all that read its result read no more than the low 32 bits of an int32, as {@link Constraints#truncated} says.
   * An int32 operation need not tell then whether its exact result is one.
   */
  default boolean isTruncated() {
    return false;
  }

  /**
   * Whether all that read its result, of whom there is one at least, read it as a double, and have seen nothing but numbers.
   * An instruction that gives whatever stands somewhere may then promise a double.
   */
  default boolean isReadAsDouble() {
    return false;
  }

  /**
   * Whether an operand that it reads is known to be a double. It may then be declared DOUBLE without a thought for anything else;
   * nothing else of the constraints may depend on this.
   */
  default boolean isKnownDouble(int operand) {
    return false;
  }

  /**
   * Whether somebody who reads its result will ask whether it is a cell. An instruction that checks what it has loaded anyway
   * may check that instead, and declare {@link Constraints#cells}.
   */
  default boolean isReadAsCell() {
    return false;
  }

  /** Offset of the instruction after this one in the code. */
  default int next() {
    return offset() + descriptor().length();
  }
}
