package dev.joist.plugin.call.lowering;

import dev.joist.bytecode.FunctionKind;
import dev.joist.masm.Cond;
import dev.joist.masm.Gp;
import dev.joist.masm.Label;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.Mem;
import dev.joist.masm.MutGp;
import dev.joist.masm.Width;
import dev.joist.runtime.vm.InfoFlags;
import dev.joist.spi.ic.PrototypeChain;
import dev.joist.spi.layout.CellKind;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.opcode.Constraints;
import dev.joist.spi.opcode.Insn;
import dev.joist.spi.opcode.Insn.Callee;
import dev.joist.spi.opcode.LoweringContext;
import dev.joist.spi.opcode.LoweringEnvironment;
import dev.joist.spi.opcode.OpcodeLowering;
import dev.joist.spi.regalloc.UsePolicy;
import java.util.Optional;

/**
 * Construct calls of the active function's prototype, for the frame's own new.target. Any constructor is entered through its info, compiled or not; for what is none, the
 * slow path throws.
 */
final class SuperLowering {
  private static final int LINK = 2;
  private static final int THIS = 3;
  private static final int SLOT_BYTES = 8;
  private static final int SLOT_SHIFT = 3;
  /** Where the superclass is until it is called. */
  private static final int SUPERCLASS = 2;

  private SuperLowering() {}

  /** Only such a function's frames are known to have a new.target. */
  private static boolean isOfConstructor(Insn insn) {
    return insn.function().kind() == FunctionKind.DERIVED_CONSTRUCTOR;
  }

  /** Writes the superclass and new.target to a window. */
  private static void prepare(LoweringContext cx, int window) {
    MacroAssembler masm = cx.masm();
    MutGp cell = cx.temp(0);
    MutGp superclass = cx.temp(SUPERCLASS);
    masm.load(Width.BITS64, cell, Mem.at(cx.roles().base(), Layout.FRAME_CALLEE));
    cx.values().cellAddress(masm, cell, cell);
    new PrototypeChain(masm, cx.roles().context(), cx.temp(1), superclass).next(cell, cx.slowPath());
    masm.branchImm(Width.BITS64, Cond.EQUAL, cell, 0, cx.slowPath());
    cx.values().boxCell(masm, superclass, cell);
    masm.load(Width.BITS64, cell, Mem.at(cx.roles().base(), Layout.FRAME_NEW_TARGET));
    masm.storePair(superclass, cell, cx.slot(window));
  }

  /** Finds the superclass' info and its entry, which is in temp 0 then. */
  private static void enter(LoweringContext cx, Optional<Callee> expected) {
    MacroAssembler masm = cx.masm();
    Gp superclass = cx.temp(SUPERCLASS);
    MutGp sites = cx.roles().sites();
    if (expected.isPresent()) {
      Label known = masm.newLabel();
      masm.branchImm(Width.BITS64, Cond.NOT_EQUAL, superclass, expected.get().function(), cx.outOfLine(() -> {
        enterAny(cx, superclass);
        masm.jump(known);
      }));
      masm.moveImm(sites, expected.get().info());
      masm.bind(known);
    } else {
      enterAny(cx, superclass);
    }
    masm.load(Width.BITS64, cx.temp(0), Mem.at(sites, Layout.INFO_CONSTRUCT_ENTRY));
  }

  private static void enterAny(LoweringContext cx, Gp superclass) {
    MacroAssembler masm = cx.masm();
    MutGp info = cx.temp(0);
    MutGp temp = cx.temp(1);
    int bias = cx.values().cellBias();
    masm.load(Width.BITS8, temp, Mem.at(superclass, Layout.CELL_KIND + bias));
    masm.branchImm(Width.BITS32, Cond.NOT_EQUAL, temp, CellKind.FUNCTION, cx.slowPath());
    masm.load(Width.BITS64, info, Mem.at(superclass, Layout.FUNCTION_INFO + bias));
    masm.load(Width.BITS32, temp, Mem.at(info, Layout.INFO_FLAGS));
    masm.branchIfNoBits(Width.BITS32, temp, InfoFlags.CONSTRUCTOR, cx.slowPath());
    masm.move(cx.roles().sites(), info);
  }

  private static void call(LoweringContext cx, int window) {
    cx.callFunction(cx.temp(0), window + THIS);
    CallLowering.emitConstructed(cx, window);
    cx.masm().move(cx.def(0), cx.roles().result());
  }

  /** SuperCall: result, window, argc, site. */
  static final class Call implements OpcodeLowering {
    private static final int WINDOW = 1;
    private static final int ARGC = 2;
    private static final int SITE = 3;
    private static final Constraints WITHOUT_ARGUMENTS = Constraints.builder().temps(3, 0).exits().calls().build();
    private static final Constraints WITH_ARGUMENTS =
        Constraints.builder().use(WINDOW, UsePolicy.IN_SLOT).temps(3, 0).exits().calls().build();

    @Override
    public Constraints constraints(Insn insn, LoweringEnvironment environment) {
      return !isOfConstructor(insn) ? Constraints.SLOW_PATH_ONLY : insn.operand(ARGC) == 0 ? WITHOUT_ARGUMENTS : WITH_ARGUMENTS;
    }

    @Override
    public void emit(LoweringContext cx, Insn insn) {
      MacroAssembler masm = cx.masm();
      if (!isOfConstructor(insn)) {
        masm.jump(cx.slowPath());
        return;
      }
      int window = insn.operand(WINDOW);
      int argc = insn.operand(ARGC);
      prepare(cx, window);
      masm.storeImm(Width.BITS64, cx.link(window + THIS, argc, true), cx.slot(window + LINK));
      enter(cx, insn.callee(SITE));
      masm.moveImm(cx.roles().argumentCount(), argc);
      call(cx, window);
    }
  }

  /** SuperCallForward: result, site. The window follows the frame's registers and the arguments, which need not lie among those. */
  static final class Forward implements OpcodeLowering {
    private static final int SITE = 1;
    /** More arguments than this are for Java, which finds them where they were. */
    private static final int MOST = 8;
    private static final Constraints CONSTRAINTS = Constraints.builder().temps(4, 0).exits().calls().build();

    @Override
    public Constraints constraints(Insn insn, LoweringEnvironment environment) {
      return isOfConstructor(insn) ? CONSTRAINTS : Constraints.SLOW_PATH_ONLY;
    }

    @Override
    public void emit(LoweringContext cx, Insn insn) {
      MacroAssembler masm = cx.masm();
      if (!isOfConstructor(insn)) {
        masm.jump(cx.slowPath());
        return;
      }
      int window = Math.max(cx.registerCount(), 1 + MOST);
      loadCount(cx, cx.temp(0));
      masm.branchImm(Width.BITS32, Cond.ABOVE, cx.temp(0), MOST, cx.slowPath());
      prepare(cx, window);
      copyArguments(cx, window);
      enter(cx, insn.callee(SITE));
      loadCount(cx, cx.roles().argumentCount());
      call(cx, window);
    }

    private static void loadCount(LoweringContext cx, MutGp count) {
      MacroAssembler masm = cx.masm();
      masm.load(Width.BITS64, count, Mem.at(cx.roles().base(), Layout.FRAME_LINK));
      masm.shiftRightUnsignedImm(Width.BITS64, count, count, Layout.LINK_ARGC_SHIFT);
      masm.andImm(Width.BITS64, count, count, (1L << Layout.LINK_ARGC_BITS) - 1);
    }

    /** Also writes the link, which says how many there are. */
    private static void copyArguments(LoweringContext cx, int window) {
      MacroAssembler masm = cx.masm();
      MutGp count = cx.temp(0);
      MutGp value = cx.temp(1);
      MutGp link = cx.temp(3);
      Gp base = cx.roles().base();
      Label next = masm.newLabel();
      Label done = masm.newLabel();
      loadCount(cx, count);
      masm.shiftLeftImm(Width.BITS64, value, count, Layout.LINK_ARGC_SHIFT);
      masm.moveImm(link, cx.link(window + THIS, 0, true));
      masm.or(Width.BITS64, link, link, value);
      masm.store(Width.BITS64, link, cx.slot(window + LINK));
      masm.branchImm(Width.BITS32, Cond.EQUAL, count, 0, done);
      masm.bind(next);
      masm.load(Width.BITS64, value, Mem.indexed(base, count, SLOT_SHIFT, 0));
      masm.store(Width.BITS64, value, Mem.indexed(base, count, SLOT_SHIFT, SLOT_BYTES * (window + THIS)));
      masm.addImm(Width.BITS64, count, count, -1);
      masm.branchImm(Width.BITS32, Cond.NOT_EQUAL, count, 0, next);
      masm.bind(done);
    }
  }
}
