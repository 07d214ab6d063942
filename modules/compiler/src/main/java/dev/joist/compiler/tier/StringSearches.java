package dev.joist.compiler.tier;

import dev.joist.masm.Cond;
import dev.joist.masm.Label;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.Mem;
import dev.joist.masm.MutGp;
import dev.joist.masm.Width;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.value.Values;

/** Natives that look for a string in one of Latin-1, both of which have their characters in one cell. */
final class StringSearches {
  private final NativeStubs stubs;
  private final MacroAssembler masm;
  private final StringStubs strings;
  private final MutGp text;
  private final MutGp pattern;
  private final MutGp end;
  private final MutGp count;
  private final MutGp unit;
  private final MutGp other;

  StringSearches(NativeStubs stubs) {
    this.stubs = stubs;
    masm = stubs.masm;
    strings = new StringStubs(stubs.strategies, masm, stubs.temps);
    text = stubs.temps.get(0);
    pattern = stubs.temps.get(1);
    end = stubs.temps.get(2);
    count = stubs.temps.get(3);
    unit = stubs.temps.get(4);
    other = stubs.roles.result();
  }

  void emitStartsWith() {
    Label no = masm.newLabel();
    loadOperands(no);
    emitMatch(no);
  }

  void emitEndsWith() {
    Label no = masm.newLabel();
    loadOperands(no);
    masm.add(Width.BITS64, text, text, end);
    emitMatch(no);
  }

  /** Of one argument: text and pattern = addresses of flat cells, end = the length of the one less that of the other, which is not negative. */
  private void loadOperands(Label absent) {
    stubs.requireArguments(1);
    loadStrings(absent);
    masm.branchImm(Width.BITS64, Cond.LESS, end, 0, absent);
  }

  private void loadStrings(Label absent) {
    loadText();
    masm.branchIfAnyBits(Width.BITS32, count, Layout.STRING_FLAG_UTF16, stubs.slow);
    stubs.loadString(stubs.argument(0), pattern, count);
    strings.loadFlat(pattern, count, unit, stubs.slow);
    // Such a pattern has a character that is not in the text.
    masm.branchIfAnyBits(Width.BITS32, count, Layout.STRING_FLAG_UTF16, absent);
    masm.load(Width.BITS32, end, Mem.at(text, Layout.STRING_LENGTH));
    masm.load(Width.BITS32, count, Mem.at(pattern, Layout.STRING_LENGTH));
    masm.sub(Width.BITS64, end, end, count);
  }

  /** text = the address of this string's flat cell, count = its flags; unit is lost. */
  private void loadText() {
    stubs.loadString(stubs.thisValue(), text, count);
    strings.loadFlat(text, count, unit, stubs.slow);
  }

  private void emitMatch(Label no) {
    Label yes = masm.newLabel();
    compare(yes);
    masm.bind(no);
    stubs.emitReturn(Values.FALSE);
    masm.bind(yes);
    stubs.emitReturn(Values.TRUE);
  }

  /** Goes on where the characters from text on are not the pattern's. */
  private void compare(Label same) {
    Label next = masm.newLabel();
    masm.load(Width.BITS32, count, Mem.at(pattern, Layout.STRING_LENGTH));
    masm.bind(next);
    masm.branchImm(Width.BITS64, Cond.EQUAL, count, 0, same);
    masm.addImm(Width.BITS64, count, count, -1);
    masm.load(Width.BITS8, unit, Mem.indexed(text, count, 0, Layout.STRING_CHARS));
    masm.load(Width.BITS8, other, Mem.indexed(pattern, count, 0, Layout.STRING_CHARS));
    masm.branch(Width.BITS32, Cond.EQUAL, unit, other, next);
  }

  void emitIndexOf() {
    Label found = masm.newLabel();
    search(found);
    stubs.emitReturn(Values.int32(-1));
    masm.bind(found);
    masm.move(end, text);
    loadText();
    masm.sub(Width.BITS64, end, end, text);
    stubs.returnInt32(end);
  }

  void emitIncludes() {
    Label found = masm.newLabel();
    search(found);
    stubs.emitReturn(Values.FALSE);
    masm.bind(found);
    stubs.emitReturn(Values.TRUE);
  }

  /** Goes on where the pattern does not occur; text is as far behind its cell as the pattern is in it where it does. */
  private void search(Label found) {
    Label absent = masm.newLabel();
    Label next = masm.newLabel();
    masm.addImm(Width.BITS32, unit, stubs.roles.argumentCount(), -1);
    masm.branchImm(Width.BITS32, Cond.ABOVE, unit, 1, stubs.slow);
    loadStrings(absent);
    masm.add(Width.BITS64, end, end, text);
    masm.branchImm(Width.BITS32, Cond.EQUAL, stubs.roles.argumentCount(), 1, next);
    stubs.loadInt32(stubs.argument(1), unit);
    masm.load(Width.BITS32, count, Mem.at(text, Layout.STRING_LENGTH));
    masm.branch(Width.BITS32, Cond.ABOVE, unit, count, stubs.slow);
    masm.add(Width.BITS64, text, text, unit);
    masm.bind(next);
    masm.branch(Width.BITS64, Cond.ABOVE, text, end, absent);
    compare(found);
    masm.addImm(Width.BITS64, text, text, 1);
    masm.jump(next);
    masm.bind(absent);
  }

  /** An array of this string alone, when the separator, one character, does not occur in it. */
  void emitSplit() {
    Label absent = masm.newLabel();
    Label next = masm.newLabel();
    ArrayStubs arrays = new ArrayStubs(stubs.strategies, masm, stubs.slow);
    stubs.requireArguments(1);
    loadStrings(absent);
    masm.branchImm(Width.BITS32, Cond.NOT_EQUAL, count, 1, stubs.slow);
    masm.load(Width.BITS8, unit, Mem.at(pattern, Layout.STRING_CHARS));
    masm.add(Width.BITS64, end, end, text);
    masm.bind(next);
    masm.branch(Width.BITS64, Cond.ABOVE, text, end, absent);
    masm.load(Width.BITS8, other, Mem.at(text, Layout.STRING_CHARS));
    masm.addImm(Width.BITS64, text, text, 1);
    masm.branch(Width.BITS32, Cond.NOT_EQUAL, other, unit, next);
    masm.jump(stubs.slow);
    masm.bind(absent);
    masm.moveImm(end, 1);
    arrays.allocateElements(text, end, pattern, count, unit);
    masm.load(Width.BITS64, unit, stubs.thisValue());
    masm.store(Width.BITS64, unit, Mem.at(text, Layout.STORAGE_VALUES));
    arrays.allocateArray(pattern, text, end, count);
    stubs.strategies.values().boxCell(masm, stubs.roles.result(), pattern);
    stubs.emitReturn();
  }
}
