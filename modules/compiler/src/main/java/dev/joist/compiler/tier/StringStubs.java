package dev.joist.compiler.tier;

import dev.joist.compiler.emit.CellAllocation;
import dev.joist.compiler.emit.Strategies;
import dev.joist.masm.Cond;
import dev.joist.masm.Gp;
import dev.joist.masm.Label;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.Mem;
import dev.joist.masm.MutGp;
import dev.joist.masm.Width;
import dev.joist.runtime.string.Strings;
import dev.joist.spi.layout.CellKind;
import dev.joist.spi.layout.Layout;
import java.util.List;

/** What stubs do with the characters of strings. */
final class StringStubs {
  private static final int WORD = 8;

  private final Strategies strategies;
  private final MacroAssembler masm;
  private final List<MutGp> temps;

  /** @param temps five registers that may be lost */
  StringStubs(Strategies strategies, MacroAssembler masm, List<MutGp> temps) {
    this.strategies = strategies;
    this.masm = masm;
    this.temps = temps;
  }

  /**
   * Goes to one of the labels, by the characters of two different cells of one length whose Values are in temps 0 and 1.
   *
   * @param rope where to go, with all temps lost, when the characters have to be put together first
   */
  void compare(Label equal, Label different, Label rope) {
    MutGp a = temps.get(0);
    MutGp b = temps.get(1);
    MutGp flags = temps.get(2);
    MutGp bytes = temps.get(3);
    MutGp other = temps.get(4);
    strategies.values().cellAddress(masm, a, a);
    strategies.values().cellAddress(masm, b, b);
    loadFlat(a, flags, bytes, rope);
    loadFlat(b, other, bytes, rope);
    masm.branch(Width.BITS64, Cond.EQUAL, a, b, equal);
    masm.and(Width.BITS32, bytes, flags, other);
    masm.branchIfAnyBits(Width.BITS32, bytes, Layout.STRING_FLAG_KEY, different);
    masm.xor(Width.BITS32, bytes, flags, other);
    masm.branchIfAnyBits(Width.BITS32, bytes, Layout.STRING_FLAG_UTF16, different);
    masm.load(Width.BITS32, bytes, Mem.at(a, Layout.STRING_LENGTH));
    Label latin1 = masm.newLabel();
    masm.branchIfNoBits(Width.BITS32, flags, Layout.STRING_FLAG_UTF16, latin1);
    masm.shiftLeftImm(Width.BITS32, bytes, bytes, 1);
    masm.bind(latin1);
    Label next = masm.newLabel();
    masm.bind(next);
    masm.load(Width.BITS64, flags, Mem.at(a, Layout.STRING_CHARS));
    masm.load(Width.BITS64, other, Mem.at(b, Layout.STRING_CHARS));
    masm.branch(Width.BITS64, Cond.NOT_EQUAL, flags, other, different);
    masm.addImm(Width.BITS64, a, a, WORD);
    masm.addImm(Width.BITS64, b, b, WORD);
    masm.addImm(Width.BITS32, bytes, bytes, -WORD);
    masm.branchImm(Width.BITS32, Cond.GREATER, bytes, 0, next);
    masm.jump(equal);
  }

  /**
   * An int32 that compares with 0 as the string in temp 0, a Value, does with that in temp 1, if both are Latin-1; it is less than 0x100.
   *
   * @param java where to go, with all temps lost, when they are not
   */
  MutGp order(Label java) {
    MutGp a = temps.get(0);
    MutGp b = temps.get(1);
    MutGp index = temps.get(2);
    MutGp unit = temps.get(3);
    MutGp other = temps.get(4);
    Label next = masm.newLabel();
    Label firstEnds = masm.newLabel();
    Label secondEnds = masm.newLabel();
    Label done = masm.newLabel();
    strategies.values().cellAddress(masm, a, a);
    strategies.values().cellAddress(masm, b, b);
    loadFlat(a, index, unit, java);
    loadFlat(b, unit, other, java);
    masm.or(Width.BITS32, index, index, unit);
    masm.branchIfAnyBits(Width.BITS32, index, Layout.STRING_FLAG_UTF16, java);
    masm.moveImm(index, 0);
    masm.bind(next);
    masm.load(Width.BITS32, unit, Mem.at(a, Layout.STRING_LENGTH));
    masm.branch(Width.BITS32, Cond.EQUAL, index, unit, firstEnds);
    masm.load(Width.BITS32, unit, Mem.at(b, Layout.STRING_LENGTH));
    masm.branch(Width.BITS32, Cond.EQUAL, index, unit, secondEnds);
    masm.load(Width.BITS8, unit, Mem.indexed(a, index, 0, Layout.STRING_CHARS));
    masm.load(Width.BITS8, other, Mem.indexed(b, index, 0, Layout.STRING_CHARS));
    masm.addImm(Width.BITS64, index, index, 1);
    masm.branch(Width.BITS32, Cond.EQUAL, unit, other, next);
    masm.sub(Width.BITS32, unit, unit, other);
    masm.jump(done);
    masm.bind(firstEnds);
    masm.load(Width.BITS32, other, Mem.at(b, Layout.STRING_LENGTH));
    masm.sub(Width.BITS32, unit, index, other);
    masm.jump(done);
    masm.bind(secondEnds);
    masm.moveImm(unit, 1);
    masm.bind(done);
    return unit;
  }

  /** Of a string's address, the address and the flags of the cell with its characters. */
  void loadFlat(MutGp string, MutGp flags, MutGp temp, Label rope) {
    Label flat = masm.newLabel();
    masm.load(Width.BITS16, flags, Mem.at(string, Layout.CELL_FLAGS));
    masm.branchIfNoBits(Width.BITS32, flags, Layout.STRING_FLAG_ROPE, flat);
    masm.load(Width.BITS64, temp, Mem.at(string, Layout.ROPE_RIGHT));
    masm.branchImm(Width.BITS64, Cond.NOT_EQUAL, temp, 0, rope);
    masm.load(Width.BITS64, string, Mem.at(string, Layout.ROPE_LEFT));
    masm.load(Width.BITS16, flags, Mem.at(string, Layout.CELL_FLAGS));
    masm.bind(flat);
  }

  /**
   * Temp 3 = the Value of the concatenation of the strings whose Values are in temps 0 and 1, neither of which is empty: a rope, or a short string. Takes a
   * sixth temp.
   *
   * @param allocation the register with the allocation cursors
   * @param java where to go, with all temps lost, when there is no room, or the result is too long
   */
  void concatenate(Gp allocation, Label java) {
    MutGp left = temps.get(0);
    MutGp right = temps.get(1);
    MutGp length = temps.get(2);
    MutGp result = temps.get(3);
    MutGp temp = temps.get(4);
    Label isShort = masm.newLabel();
    Label isWide = masm.newLabel();
    Label made = masm.newLabel();
    strategies.values().cellAddress(masm, left, left);
    strategies.values().cellAddress(masm, right, right);
    masm.load(Width.BITS32, length, Mem.at(left, Layout.STRING_LENGTH));
    masm.load(Width.BITS32, temp, Mem.at(right, Layout.STRING_LENGTH));
    masm.add(Width.BITS64, length, length, temp);
    masm.branchImm(Width.BITS64, Cond.ABOVE, length, Strings.LONGEST, java);
    masm.branchImm(Width.BITS64, Cond.BELOW, length, Strings.SHORTEST_ROPE, isShort);
    allocate(allocation, result, temp, Strings.ROPE_BYTES, java);
    masm.store(Width.BITS64, length, Mem.at(result, Layout.STRING_LENGTH));
    masm.store(Width.BITS64, left, Mem.at(result, Layout.ROPE_LEFT));
    masm.store(Width.BITS64, right, Mem.at(result, Layout.ROPE_RIGHT));
    loadFlags(left, right, temp);
    masm.andImm(Width.BITS32, temp, temp, Layout.STRING_FLAG_UTF16);
    masm.orImm(Width.BITS32, temp, temp, Layout.STRING_FLAG_ROPE);
    masm.store(Width.BITS16, temp, Mem.at(result, Layout.CELL_FLAGS));
    masm.jump(made);
    masm.bind(isShort);
    branchIfUtf16(left, temp, isWide);
    branchIfUtf16(right, temp, isWide);
    makeShort(allocation, left, right, length, result, temp, java);
    masm.jump(made);
    masm.bind(isWide);
    makeShortWide(allocation, length, temp, java);
    masm.bind(made);
    strategies.values().boxCell(masm, result, result);
  }

  private void allocate(Gp allocation, MutGp result, MutGp temp, int bytes, Label java) {
    CellAllocation.emit(masm, allocation, result, temp, CellKind.STRING, Layout.STRING_SHAPE, bytes, java);
  }

  /** flags = the flags that one of two strings has, the first of which is lost. */
  private void loadFlags(MutGp lost, MutGp other, MutGp flags) {
    masm.load(Width.BITS16, flags, Mem.at(lost, Layout.CELL_FLAGS));
    masm.load(Width.BITS16, lost, Mem.at(other, Layout.CELL_FLAGS));
    masm.or(Width.BITS32, flags, flags, lost);
  }

  private void branchIfUtf16(Gp string, MutGp temp, Label target) {
    masm.load(Width.BITS16, temp, Mem.at(string, Layout.CELL_FLAGS));
    masm.branchIfAnyBits(Width.BITS32, temp, Layout.STRING_FLAG_UTF16, target);
  }

  /** Copies the left string by words, whose spare bytes are 0, and the right one by bytes from its end. */
  private void makeShort(Gp allocation, MutGp left, MutGp right, MutGp length, MutGp result, MutGp temp, Label java) {
    Label copied = masm.newLabel();
    Label next = masm.newLabel();
    allocateShort(allocation, length, result, temp, 2, java);
    masm.load(Width.BITS32, length, Mem.at(left, Layout.STRING_LENGTH));
    for (int at = 0; at < Strings.SHORTEST_ROPE; at += WORD) {
      if (at > 0) {
        masm.branchImm(Width.BITS32, Cond.BELOW_EQUAL, length, at, copied);
      }
      masm.load(Width.BITS64, temp, Mem.at(left, Layout.STRING_CHARS + at));
      masm.store(Width.BITS64, temp, Mem.at(result, Layout.STRING_CHARS + at));
    }
    masm.bind(copied);
    masm.add(Width.BITS64, length, length, result);
    masm.load(Width.BITS32, left, Mem.at(right, Layout.STRING_LENGTH));
    masm.bind(next);
    masm.addImm(Width.BITS64, left, left, -1);
    masm.load(Width.BITS8, temp, Mem.indexed(right, left, 0, Layout.STRING_CHARS));
    masm.store(Width.BITS8, temp, Mem.indexed(length, left, 0, Layout.STRING_CHARS));
    masm.branchImm(Width.BITS64, Cond.NOT_EQUAL, left, 0, next);
  }

  /** Of two bytes a character. */
  private void makeShortWide(Gp allocation, MutGp length, MutGp temp, Label java) {
    MutGp result = temps.get(3);
    MutGp count = temps.get(5);
    allocateShort(allocation, length, result, temp, 4, java);
    masm.storeImm(Width.BITS16, Layout.STRING_FLAG_UTF16, Mem.at(result, Layout.CELL_FLAGS));
    MutGp left = temps.get(0);
    masm.load(Width.BITS32, length, Mem.at(left, Layout.STRING_LENGTH));
    copyWide(left, result, count, temp);
    masm.shiftLeftImm(Width.BITS64, length, length, 1);
    masm.add(Width.BITS64, length, length, result);
    copyWide(temps.get(1), length, count, temp);
  }

  /** Copies the characters of a flat string, which may take one byte or two there, to two bytes each, behind where a string would begin. */
  private void copyWide(Gp from, Gp to, MutGp count, MutGp temp) {
    Label wide = masm.newLabel();
    Label narrow = masm.newLabel();
    Label done = masm.newLabel();
    masm.load(Width.BITS32, count, Mem.at(from, Layout.STRING_LENGTH));
    branchIfUtf16(from, temp, wide);
    masm.bind(narrow);
    masm.addImm(Width.BITS64, count, count, -1);
    masm.load(Width.BITS8, temp, Mem.indexed(from, count, 0, Layout.STRING_CHARS));
    masm.store(Width.BITS16, temp, Mem.indexed(to, count, 1, Layout.STRING_CHARS));
    masm.branchImm(Width.BITS64, Cond.NOT_EQUAL, count, 0, narrow);
    masm.jump(done);
    masm.bind(wide);
    masm.addImm(Width.BITS64, count, count, -1);
    masm.load(Width.BITS16, temp, Mem.indexed(from, count, 1, Layout.STRING_CHARS));
    masm.store(Width.BITS16, temp, Mem.indexed(to, count, 1, Layout.STRING_CHARS));
    masm.branchImm(Width.BITS64, Cond.NOT_EQUAL, count, 0, wide);
    masm.bind(done);
  }

  /**
   * result = a new string of this length, all its characters 0.
   *
   * @param words that the characters of a string of up to two words of Latin-1 take; longer ones take two more
   */
  private void allocateShort(Gp allocation, Gp length, MutGp result, MutGp temp, int words, Label java) {
    Label large = masm.newLabel();
    Label allocated = masm.newLabel();
    masm.branchImm(Width.BITS32, Cond.ABOVE, length, 2 * WORD, large);
    allocate(allocation, result, temp, Layout.STRING_CHARS + words * WORD, java);
    clearWords(result, words);
    masm.jump(allocated);
    masm.bind(large);
    allocate(allocation, result, temp, Layout.STRING_CHARS + (words + 2) * WORD, java);
    clearWords(result, words + 2);
    masm.bind(allocated);
    masm.store(Width.BITS64, length, Mem.at(result, Layout.STRING_LENGTH));
  }

  private void clearWords(MutGp string, int count) {
    for (int i = 0; i < count; i++) {
      masm.storeImm(Width.BITS64, 0, Mem.at(string, Layout.STRING_CHARS + WORD * i));
    }
  }
}
