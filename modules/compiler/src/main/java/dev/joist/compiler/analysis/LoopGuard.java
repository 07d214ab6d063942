package dev.joist.compiler.analysis;

import dev.joist.bytecode.OpcodeDescriptor;
import dev.joist.masm.Fp;
import dev.joist.masm.Gp;
import dev.joist.masm.Label;
import dev.joist.masm.Width;
import dev.joist.spi.opcode.Constraints;
import dev.joist.spi.opcode.DeoptReason;
import dev.joist.spi.opcode.Fact;
import dev.joist.spi.opcode.Insn;
import dev.joist.spi.opcode.LoweringContext;
import dev.joist.spi.opcode.LoweringEnvironment;
import dev.joist.spi.opcode.OpcodeLowering;
import dev.joist.spi.regalloc.Representation;
import dev.joist.spi.regalloc.UsePolicy;
import java.util.List;
import java.util.Set;

/**
 * A guard before a loop, or where the function is entered: an instruction of the compiler's own. Where it fails the interpreter
 * enters the loop or the function.
 */
sealed interface LoopGuard extends OpcodeLowering {
  /** Offset of the loop's first instruction, or 0. */
  int head();

  /** Offset of the instruction whose site hears of failures: that which goes back to the head, or which first reads the register. */
  int witness();

  int register();

  OpcodeDescriptor descriptor();

  /** The operands that go with the descriptor. */
  default List<Integer> operands() {
    return List.of(register());
  }

  /**
   * Reads a register and defines it as a number for all of the loop.
   *
   * @param representation INT32 or DOUBLE
   */
  record Number(int head, int witness, int register, Representation representation) implements LoopGuard {
    private static final OpcodeDescriptor DESCRIPTOR = OpcodeDescriptor.of("GuardNumber", "x value", Set.of(),
        "before a loop: the register holds an int32, or a number");

    private static final Constraints INT32 = Constraints.builder().use(0, UsePolicy.INT32)
        .result(0, Representation.INT32).exits().restores().build();
    private static final Constraints DOUBLE = Constraints.builder().use(0, UsePolicy.DOUBLE)
        .result(0, Representation.DOUBLE).exits().restores().build();

    @Override
    public OpcodeDescriptor descriptor() {
      return DESCRIPTOR;
    }

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

  /** Finds out that a fact is true of a register that the loop does not write. */
  record OfFact(int head, int witness, int register, Fact fact) implements LoopGuard {
    private static final OpcodeDescriptor DESCRIPTOR =
        OpcodeDescriptor.of("GuardFact", "u value", Set.of(), "before a loop: something is true of the register");

    @Override
    public OpcodeDescriptor descriptor() {
      return DESCRIPTOR;
    }

    @Override
    public Constraints constraints(Insn insn, LoweringEnvironment environment) {
      return Constraints.builder().guard(0, List.of(fact)).temps(1, 0).exits().build();
    }

    @Override
    public void emit(LoweringContext cx, Insn insn) {
      cx.useGuarded(0, cx.temp(0));
    }

    @Override
    public String toString() {
      return "Guard r" + register + " " + fact;
    }
  }

  /**
   * Reads what an instruction of the loop would read in each iteration, into a register that the bytecode does not know.
   *
   * @param asDouble whether the instruction's result is read as a double
   * @param operands of the instruction; the result and what was read before the loop are other registers
   * @param lowering the instruction's own
   */
  record Read(int head, int witness, int register, DecodedInsn original, boolean asDouble, List<Integer> operands, OpcodeLowering lowering)
      implements LoopGuard {
    /** It has none of the effects: where it cannot do what it does in line, the interpreter enters the loop. */
    @Override
    public OpcodeDescriptor descriptor() {
      OpcodeDescriptor full = original.descriptor();
      return new OpcodeDescriptor(full.name(), full.operands(), Set.of(), full.windowUse(), full.summary());
    }

    @Override
    public Constraints constraints(Insn insn, LoweringEnvironment environment) {
      return lowering.constraints(insn, environment);
    }

    @Override
    public void emit(LoweringContext cx, Insn insn) {
      lowering.emit(cx, insn);
    }

    @Override
    public String toString() {
      return "Read r" + register + " as " + original;
    }
  }
}
