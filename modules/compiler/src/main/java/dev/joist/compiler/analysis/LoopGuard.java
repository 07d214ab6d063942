package dev.joist.compiler.analysis;

import dev.joist.bytecode.OpcodeDescriptor;
import dev.joist.masm.Fp;
import dev.joist.masm.Gp;
import dev.joist.masm.Label;
import dev.joist.masm.Width;
import dev.joist.spi.opcode.Constraints;
import dev.joist.spi.opcode.DeoptReason;
import dev.joist.spi.opcode.Insn;
import dev.joist.spi.opcode.LoweringContext;
import dev.joist.spi.opcode.LoweringEnvironment;
import dev.joist.spi.opcode.OpcodeLowering;
import dev.joist.spi.regalloc.Representation;
import dev.joist.spi.regalloc.UsePolicy;
import java.util.Set;

/**
 * A guard before a loop: an instruction of the compiler's own, which reads a register and defines it as INT32 or DOUBLE
 * for all of the loop. Where it fails the interpreter enters the loop.
 *
 * @param head offset of the loop's first instruction
 * @param backEdge offset of the instruction that goes back to it, whose site hears of failures
 * @param representation INT32 or DOUBLE
 */
record LoopGuard(int head, int backEdge, int register, Representation representation) implements OpcodeLowering {
  static final OpcodeDescriptor DESCRIPTOR =
      OpcodeDescriptor.of("Guard", "x value", Set.of(), "before a loop: the register holds an int32, or a number");

  private static final Constraints INT32 = Constraints.builder().use(0, UsePolicy.INT32).result(0, Representation.INT32)
      .exits().restores().build();
  private static final Constraints DOUBLE = Constraints.builder().use(0, UsePolicy.DOUBLE)
      .result(0, Representation.DOUBLE).exits().restores().build();

  @Override
  public Constraints constraints(Insn insn, LoweringEnvironment environment) {
    return representation == Representation.INT32 ? INT32 : DOUBLE;
  }

  @Override
  public void emit(LoweringContext cx, Insn insn) {
    if (representation == Representation.INT32) {
      Label other = cx.deoptimize(DeoptReason.NOT_INT32);
      Gp value = cx.useInt32(0, other);
      cx.masm().zeroExtend(Width.BITS32, cx.defInt32(0), value);
    } else {
      Label other = cx.deoptimize(DeoptReason.NOT_DOUBLE);
      Fp value = cx.useDouble(0, other);
      if (value.number() != cx.defDouble(0).number()) {
        cx.masm().moveFp(cx.defDouble(0), value);
      }
    }
  }

  @Override
  public String toString() {
    return "Guard r" + register + " " + representation;
  }
}
