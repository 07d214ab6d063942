package dev.joist.compiler.tier;

import dev.joist.masm.Cond;
import dev.joist.masm.Label;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.Mem;
import dev.joist.masm.MutGp;
import dev.joist.masm.Width;
import dev.joist.runtime.string.Strings;
import dev.joist.spi.layout.Layout;

/** Natives of strings: what needs no new string, of strings whose characters lie in one cell. */
final class StringNatives {
  private static final int LAST_ASCII = 0x7F;
  private static final int LAST_SINGLE = Strings.SINGLES - 1;

  private final NativeStubs stubs;
  private final MacroAssembler masm;
  private final StringStubs strings;

  StringNatives(NativeStubs stubs) {
    this.stubs = stubs;
    masm = stubs.masm;
    strings = new StringStubs(stubs.strategies, masm, stubs.temps);
  }

  private MutGp temp(int number) {
    return stubs.temps.get(number);
  }

  void emitCharCodeAt() {
    loadUnit();
    stubs.returnInt32(temp(1));
  }

  void emitCharAt() {
    loadUnit();
    returnSingle(temp(1));
  }

  void emitFromCharCode() {
    stubs.requireArguments(1);
    stubs.loadInt32(stubs.argument(0), temp(1));
    returnSingle(temp(1));
  }

  /** Temp 1 = the unit of `this` at the index that is the argument. */
  private void loadUnit() {
    Label wide = masm.newLabel();
    Label loaded = masm.newLabel();
    MutGp string = temp(0);
    MutGp index = temp(1);
    MutGp flags = temp(2);
    stubs.requireArguments(1);
    stubs.loadString(stubs.thisValue(), string, flags);
    stubs.loadInt32(stubs.argument(0), index);
    strings.loadFlat(string, flags, temp(3), stubs.slow);
    masm.load(Width.BITS32, temp(3), Mem.at(string, Layout.STRING_LENGTH));
    masm.branch(Width.BITS32, Cond.BELOW_EQUAL, temp(3), index, stubs.slow);
    masm.branchIfAnyBits(Width.BITS32, flags, Layout.STRING_FLAG_UTF16, wide);
    masm.load(Width.BITS8, index, Mem.indexed(string, index, 0, Layout.STRING_CHARS));
    masm.jump(loaded);
    masm.bind(wide);
    masm.load(Width.BITS16, index, Mem.indexed(string, index, 1, Layout.STRING_CHARS));
    masm.bind(loaded);
  }

  private void returnSingle(MutGp unit) {
    masm.branchImm(Width.BITS32, Cond.ABOVE, unit, LAST_SINGLE, stubs.slow);
    stubs.returnSingle(unit, temp(0));
  }

  /** Of ASCII without capitals, and of one ASCII character. */
  void emitToLowerCase() {
    MutGp string = temp(0);
    MutGp index = temp(1);
    MutGp unit = temp(2);
    MutGp fromA = temp(3);
    Label next = masm.newLabel();
    Label capital = masm.newLabel();
    Label same = masm.newLabel();
    stubs.loadString(stubs.thisValue(), string, unit);
    strings.loadFlat(string, unit, index, stubs.slow);
    masm.branchIfAnyBits(Width.BITS32, unit, Layout.STRING_FLAG_UTF16, stubs.slow);
    masm.load(Width.BITS32, index, Mem.at(string, Layout.STRING_LENGTH));
    masm.bind(next);
    masm.branchImm(Width.BITS32, Cond.EQUAL, index, 0, same);
    masm.addImm(Width.BITS64, index, index, -1);
    masm.load(Width.BITS8, unit, Mem.indexed(string, index, 0, Layout.STRING_CHARS));
    masm.branchImm(Width.BITS32, Cond.ABOVE, unit, LAST_ASCII, stubs.slow);
    masm.addImm(Width.BITS32, fromA, unit, -'A');
    masm.branchImm(Width.BITS32, Cond.ABOVE, fromA, 'Z' - 'A', next);
    masm.branchMemImm(Width.BITS32, Cond.EQUAL, Mem.at(string, Layout.STRING_LENGTH), 1, capital);
    masm.jump(stubs.slow);
    masm.bind(capital);
    masm.addImm(Width.BITS32, unit, unit, 'a' - 'A');
    stubs.returnSingle(unit, index);
    masm.bind(same);
    masm.load(Width.BITS64, stubs.roles.result(), stubs.thisValue());
    stubs.emitReturn();
  }
}
