package dev.joist.compiler.tier;

import dev.joist.masm.Cond;
import dev.joist.masm.Label;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.Mem;
import dev.joist.masm.MutGp;
import dev.joist.masm.Width;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.value.Values;

/** Natives of strings: what needs no new string, of strings whose characters lie in one cell. */
final class StringNatives {
  private static final int LAST_SINGLE = 0xFF;
  private static final int WORD_SHIFT = 3;

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
    stubs.loadInt32Argument(temp(1));
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
    stubs.loadInt32Argument(index);
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
    masm.load(Width.BITS64, temp(0), Mem.at(stubs.roles.context(), Layout.CONTEXT_SINGLES));
    masm.load(Width.BITS64, stubs.roles.result(), Mem.indexed(temp(0), unit, WORD_SHIFT, 0));
    stubs.emitReturn();
  }

  /** Where one Latin-1 character is in a Latin-1 string. */
  void emitIndexOf() {
    MutGp string = temp(0);
    MutGp unit = temp(1);
    MutGp length = temp(2);
    MutGp index = temp(3);
    MutGp at = temp(4);
    Label next = masm.newLabel();
    Label found = masm.newLabel();
    Label absent = masm.newLabel();
    stubs.requireArguments(1);
    stubs.loadString(stubs.thisValue(), string, index);
    strings.loadFlat(string, index, at, stubs.slow);
    masm.branchIfAnyBits(Width.BITS32, index, Layout.STRING_FLAG_UTF16, stubs.slow);
    stubs.loadString(stubs.argument(), unit, at);
    masm.branchMemImm(Width.BITS32, Cond.NOT_EQUAL, Mem.at(unit, Layout.STRING_LENGTH), 1, stubs.slow);
    masm.load(Width.BITS16, at, Mem.at(unit, Layout.CELL_FLAGS));
    masm.branchIfAnyBits(Width.BITS32, at, Layout.STRING_FLAG_UTF16, stubs.slow);
    masm.load(Width.BITS8, unit, Mem.at(unit, Layout.STRING_CHARS));
    masm.load(Width.BITS32, length, Mem.at(string, Layout.STRING_LENGTH));
    masm.moveImm(index, 0);
    masm.bind(next);
    masm.branch(Width.BITS32, Cond.EQUAL, index, length, absent);
    masm.load(Width.BITS8, at, Mem.indexed(string, index, 0, Layout.STRING_CHARS));
    masm.branch(Width.BITS32, Cond.EQUAL, at, unit, found);
    masm.addImm(Width.BITS32, index, index, 1);
    masm.jump(next);
    masm.bind(found);
    stubs.returnInt32(index);
    masm.bind(absent);
    stubs.emitReturn(Values.int32(-1));
  }
}
