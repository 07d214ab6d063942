package dev.joist.spi.ic;

import dev.joist.spi.opcode.Constraints;
import dev.joist.spi.opcode.Insn;
import dev.joist.spi.opcode.LoweringContext;
import dev.joist.spi.opcode.LoweringEnvironment;

/**
 * How compiled code reads and writes named properties fast. The facts stand in PROPERTY sites (see
 * docs/spec/frames-and-values.md, Sites), which slow paths fill. Stateless; found by {@link java.util.ServiceLoader}.
 */
public interface InlineCacheStrategy {
  /** The name it is chosen by. */
  String name();

  /** What {@link #emitGet} will ask for. */
  Constraints getConstraints(Insn insn, PropertyOperands operands, LoweringEnvironment environment);

  /** Emits object.name; falls through with the value defined. */
  void emitGet(LoweringContext cx, Insn insn, PropertyOperands operands);

  /** What {@link #emitSet} will ask for. */
  Constraints setConstraints(Insn insn, PropertyOperands operands, LoweringEnvironment environment);

  /** Emits object.name = value. */
  void emitSet(LoweringContext cx, Insn insn, PropertyOperands operands);

  /** Indices of an instruction's operands. */
  record PropertyOperands(int object, int value, int site) {}
}
