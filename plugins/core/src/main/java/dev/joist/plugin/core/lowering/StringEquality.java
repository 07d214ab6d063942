package dev.joist.plugin.core.lowering;

import dev.joist.masm.Cond;
import dev.joist.masm.Gp;
import dev.joist.masm.Label;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.Mem;
import dev.joist.masm.MutGp;
import dev.joist.masm.Width;
import dev.joist.runtime.memory.Memory;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.opcode.LoweringContext;
import dev.joist.spi.opcode.SharedStub;
import dev.joist.spi.value.Values;

/** Equality of strings whose words differ: by their lengths, else a stub compares them. Uses temps 0 and 1. */
final class StringEquality {
  private StringEquality() {}

  private static int flags(long string) {
    return Memory.getChar(Values.address(string) + Layout.CELL_FLAGS);
  }

  private static int length(long string) {
    return Memory.getInt(Values.address(string) + Layout.STRING_LENGTH);
  }

  /** Whether every string with these characters is this very cell. */
  static boolean isUnique(long constant) {
    return length(constant) == 0 || length(constant) == 1 && (flags(constant) & Layout.STRING_FLAG_UTF16) == 0;
  }

  /** Goes to one of the labels. */
  static void ofStrings(LoweringContext cx, Gp a, Gp b, Label ifEqual, Label ifNotEqual) {
    MacroAssembler masm = cx.masm();
    masm.load(Width.BITS32, cx.temp(0), length(cx, a));
    masm.load(Width.BITS32, cx.temp(1), length(cx, b));
    masm.branch(Width.BITS32, Cond.NOT_EQUAL, cx.temp(0), cx.temp(1), ifNotEqual);
    byStub(cx, a, b, ifEqual, ifNotEqual);
  }

  /**
   * Goes to one of the labels.
   *
   * @param b has the constant
   */
  static void withConstant(LoweringContext cx, Gp a, Gp b, long constant, Label ifEqual, Label ifNotEqual) {
    MacroAssembler masm = cx.masm();
    if (isUnique(constant)) {
      masm.jump(ifNotEqual);
      return;
    }
    masm.branchMemImm(Width.BITS32, Cond.NOT_EQUAL, length(cx, a), length(constant), ifNotEqual);
    if ((flags(constant) & Layout.STRING_FLAG_KEY) != 0) {
      masm.load(Width.BITS16, cx.temp(0), Mem.at(a, Layout.CELL_FLAGS + cx.values().cellBias()));
      masm.branchIfAnyBits(Width.BITS32, cx.temp(0), Layout.STRING_FLAG_KEY, ifNotEqual);
    }
    byStub(cx, a, b, ifEqual, ifNotEqual);
  }

  private static Mem length(LoweringContext cx, Gp string) {
    return Mem.at(string, Layout.STRING_LENGTH + cx.values().cellBias());
  }

  private static void byStub(LoweringContext cx, Gp a, Gp b, Label ifEqual, Label ifNotEqual) {
    MacroAssembler masm = cx.masm();
    MutGp answer = cx.temp(0);
    masm.store(Width.BITS64, a, Mem.at(cx.roles().context(), SharedStub.argument(0)));
    masm.store(Width.BITS64, b, Mem.at(cx.roles().context(), SharedStub.argument(1)));
    cx.callStub(SharedStub.STRINGS_EQUAL, answer);
    masm.load(Width.BITS64, answer, Mem.at(cx.roles().context(), SharedStub.argument(0)));
    masm.branchImm(Width.BITS64, Cond.EQUAL, answer, SharedStub.EQUAL, ifEqual);
    masm.branchImm(Width.BITS64, Cond.EQUAL, answer, SharedStub.DIFFERENT, ifNotEqual);
    masm.jump(cx.slowPath());
  }
}
