package dev.joist.plugin.core.lowering;

import dev.joist.masm.Cond;
import dev.joist.masm.Gp;
import dev.joist.masm.Label;
import dev.joist.masm.Mem;
import dev.joist.masm.Width;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.opcode.Constraints;
import dev.joist.spi.opcode.Insn;
import dev.joist.spi.opcode.LoweringContext;
import dev.joist.spi.opcode.LoweringEnvironment;
import dev.joist.spi.opcode.OpcodeLowering;
import dev.joist.spi.regalloc.UsePolicy;
import dev.joist.spi.value.Values;

/** Jumps that do not compare two operands. */
final class JumpLowering {
  private static final int OPERAND = 0;
  private static final int TARGET = 1;

  private JumpLowering() {}

  /** Jump: target. */
  static final class Always implements OpcodeLowering {
    private static final Constraints CONSTRAINTS = Constraints.builder().build();

    @Override
    public Constraints constraints(Insn insn, LoweringEnvironment environment) {
      return CONSTRAINTS;
    }

    @Override
    public void emit(LoweringContext cx, Insn insn) {
      cx.masm().jump(cx.target(0));
    }
  }

  /** JumpLoop: target, site. */
  static final class Loop implements OpcodeLowering {
    private static final Constraints CONSTRAINTS = Constraints.builder().exits().build();

    @Override
    public Constraints constraints(Insn insn, LoweringEnvironment environment) {
      return CONSTRAINTS;
    }

    @Override
    public void emit(LoweringContext cx, Insn insn) {
      cx.masm().branchMemImm(Width.BITS32, Cond.EQUAL, Mem.at(cx.roles().context(), Layout.CONTEXT_POLL), 0,
          cx.target(0));
      cx.masm().jump(cx.poll(0));
    }
  }

  /** JumpIfTrue, JumpIfFalse: operand, target. */
  static final class Truthiness implements OpcodeLowering {
    private static final Constraints CONSTRAINTS =
        Constraints.builder().use(OPERAND, UsePolicy.BOXED).temps(1, 0).exits().build();
    private final boolean truthy;

    Truthiness(boolean truthy) {
      this.truthy = truthy;
    }

    @Override
    public Constraints constraints(Insn insn, LoweringEnvironment environment) {
      return CONSTRAINTS;
    }

    @Override
    public void emit(LoweringContext cx, Insn insn) {
      Truth.emitBranch(cx, cx.use(OPERAND), truthy, cx.target(TARGET));
    }
  }

  /** JumpIfNullish, JumpIfNotNullish: operand, target. */
  static final class Nullish implements OpcodeLowering {
    private static final Constraints CONSTRAINTS = Constraints.builder().use(OPERAND, UsePolicy.BOXED).build();
    private final boolean nullish;

    Nullish(boolean nullish) {
      this.nullish = nullish;
    }

    @Override
    public Constraints constraints(Insn insn, LoweringEnvironment environment) {
      return CONSTRAINTS;
    }

    @Override
    public void emit(LoweringContext cx, Insn insn) {
      Gp value = cx.use(OPERAND);
      Label target = cx.target(TARGET);
      if (nullish) {
        cx.values().branchIfNullish(cx.masm(), value, target);
      } else {
        cx.values().branchIfNotNullish(cx.masm(), value, target);
      }
    }
  }

  /** JumpIfUndefined, JumpIfNotUndefined, JumpIfHole: operand, target. */
  static final class Word implements OpcodeLowering {
    private static final Constraints CONSTRAINTS = Constraints.builder().use(OPERAND, UsePolicy.BOXED).build();
    private final Cond cond;
    private final long word;

    private Word(Cond cond, long word) {
      this.cond = cond;
      this.word = word;
    }

    static Word ifUndefined() {
      return new Word(Cond.EQUAL, Values.UNDEFINED);
    }

    static Word ifNotUndefined() {
      return new Word(Cond.NOT_EQUAL, Values.UNDEFINED);
    }

    static Word ifHole() {
      return new Word(Cond.EQUAL, Values.HOLE);
    }

    @Override
    public Constraints constraints(Insn insn, LoweringEnvironment environment) {
      return CONSTRAINTS;
    }

    @Override
    public void emit(LoweringContext cx, Insn insn) {
      cx.masm().branchImm(Width.BITS64, cond, cx.use(OPERAND), word, cx.target(TARGET));
    }
  }
}
