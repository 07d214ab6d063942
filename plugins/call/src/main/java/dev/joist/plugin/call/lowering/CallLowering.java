package dev.joist.plugin.call.lowering;

import dev.joist.masm.Cond;
import dev.joist.masm.Gp;
import dev.joist.masm.Label;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.Mem;
import dev.joist.masm.MutGp;
import dev.joist.masm.Width;
import dev.joist.spi.layout.CellKind;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.opcode.Constraints;
import dev.joist.spi.opcode.Fact;
import dev.joist.spi.opcode.Insn;
import dev.joist.spi.opcode.Insn.Callee;
import dev.joist.spi.opcode.LoweringContext;
import dev.joist.spi.opcode.LoweringEnvironment;
import dev.joist.spi.opcode.OpcodeLowering;
import dev.joist.spi.regalloc.UsePolicy;
import dev.joist.spi.value.Values;
import java.util.Optional;

/**
 * Call, CallMethod, Construct: result, window, argc, site. Any function is entered through its info, compiled or not;
 * what is no function takes the slow path, which throws.
 */
final class CallLowering implements OpcodeLowering {
  private static final int RESULT = 0;
  private static final int WINDOW = 1;
  private static final int ARGC = 2;
  private static final int SITE = 3;

  private static final int NEW_TARGET = 1;
  private static final int LINK = 2;
  private static final int THIS = 3;

  private static final Constraints CALL = needs().build();
  private static final Constraints CONSTRUCT = needs().becomes(RESULT, Fact.CELL).build();

  /** What sort of call. */
  enum Kind {
    /** `this` is undefined. */
    FUNCTION,
    /** `this` is in the window. */
    METHOD,
    CONSTRUCT
  }

  private final Kind kind;

  CallLowering(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Constraints constraints(Insn insn, LoweringEnvironment environment) {
    return kind == Kind.CONSTRUCT ? CONSTRUCT : CALL;
  }

  private static Constraints.Builder needs() {
    return Constraints.builder().use(WINDOW, UsePolicy.BOXED_AND_IN_SLOT).temps(2, 0).exits().calls();
  }

  @Override
  public void emit(LoweringContext cx, Insn insn) {
    MacroAssembler masm = cx.masm();
    Gp callee = cx.use(WINDOW);
    MutGp temp = cx.temp(0);
    int window = insn.operand(WINDOW);
    int argc = insn.operand(ARGC);
    int words = window + THIS;
    long link = cx.link(words, argc, kind == Kind.CONSTRUCT);
    switch (kind) {
      case FUNCTION -> {
        masm.moveImm(temp, link);
        masm.moveImm(cx.temp(1), Values.UNDEFINED);
        masm.storePair(temp, cx.temp(1), cx.slot(window + LINK));
      }
      case METHOD -> masm.storeImm(Width.BITS64, link, cx.slot(window + LINK));
      case CONSTRUCT -> {
        masm.moveImm(temp, link);
        masm.storePair(callee, temp, cx.slot(window + NEW_TARGET));
      }
    }
    enter(cx, insn, callee);
    cx.callFunction(temp, words);
    if (kind == Kind.CONSTRUCT) {
      emitConstructed(cx, window);
    }
    masm.move(cx.def(RESULT), cx.roles().result());
  }

  /** Finds the callee's info and its entry, which is in temp 0 then. */
  private void enter(LoweringContext cx, Insn insn, Gp callee) {
    Optional<Callee> expected = insn.callee(SITE);
    if (expected.isEmpty()) {
      enterAny(cx, insn, callee);
      return;
    }
    MacroAssembler masm = cx.masm();
    Label found = masm.newLabel();
    masm.branchImm(Width.BITS64, Cond.NOT_EQUAL, callee, expected.get().function(), cx.outOfLine(() -> {
      enterAny(cx, insn, callee);
      masm.jump(found);
    }));
    boolean complete = kind != Kind.CONSTRUCT && insn.operand(ARGC) >= expected.get().parameterCount();
    masm.moveImm(cx.roles().sites(), expected.get().info());
    if (!complete) {
      masm.moveImm(cx.roles().argumentCount(), insn.operand(ARGC));
    }
    masm.load(Width.BITS64, cx.temp(0), Mem.at(cx.roles().sites(), complete ? Layout.INFO_COMPLETE_ENTRY : entry()));
    masm.bind(found);
  }

  /** Likewise of a callee that nothing is known of. */
  private void enterAny(LoweringContext cx, Insn insn, Gp callee) {
    MacroAssembler masm = cx.masm();
    MutGp temp = cx.temp(0);
    int bias = cx.values().cellBias();
    cx.values().branchIfNotCell(masm, callee, cx.slowPath());
    masm.load(Width.BITS8, temp, Mem.at(callee, Layout.CELL_KIND + bias));
    masm.branchImm(Width.BITS32, Cond.NOT_EQUAL, temp, CellKind.FUNCTION, cx.slowPath());
    masm.load(Width.BITS64, cx.roles().sites(), Mem.at(callee, Layout.FUNCTION_INFO + bias));
    masm.moveImm(cx.roles().argumentCount(), insn.operand(ARGC));
    masm.load(Width.BITS64, temp, Mem.at(cx.roles().sites(), entry()));
  }

  private int entry() {
    return kind == Kind.CONSTRUCT ? Layout.INFO_CONSTRUCT_ENTRY : Layout.INFO_ENTRY;
  }

  /** What the constructor returned, if that is an object; else what it left as `this`. */
  static void emitConstructed(LoweringContext cx, int window) {
    MacroAssembler masm = cx.masm();
    MutGp result = cx.roles().result();
    Label done = masm.newLabel();
    Label useThis = masm.newLabel();
    cx.values().branchIfNotCell(masm, result, useThis);
    masm.load(Width.BITS8, cx.temp(0), Mem.at(result, Layout.CELL_KIND + cx.values().cellBias()));
    masm.branchImm(Width.BITS32, Cond.ABOVE_EQUAL, cx.temp(0), CellKind.FIRST_OBJECT, done);
    masm.bind(useThis);
    masm.load(Width.BITS64, result, cx.slot(window + THIS));
    masm.bind(done);
  }
}
