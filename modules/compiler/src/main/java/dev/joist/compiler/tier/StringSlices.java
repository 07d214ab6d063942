package dev.joist.compiler.tier;

import dev.joist.compiler.emit.CellAllocation;
import dev.joist.masm.Cond;
import dev.joist.masm.Label;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.Mem;
import dev.joist.masm.MutGp;
import dev.joist.masm.Width;
import dev.joist.runtime.heap.SizeClasses;
import dev.joist.runtime.string.Strings;
import dev.joist.spi.layout.CellKind;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.value.Values;

/** Natives that cut a piece out of a string whose characters lie in one cell. What is new fits a small cell. */
final class StringSlices {
  private static final int WORD = 8;
  private static final int WORD_SHIFT = 3;
  private static final int LAST_LATIN1 = 0xFF;
  private static final int DELETE = 0x7F;
  private static final int TAB = 9;
  private static final int RETURN = 13;
  /** Up to so many bytes of characters, each granule of them makes the size class one larger. */
  private static final int MOST_SMALL = 496;

  static {
    for (int bytes = 1; bytes <= MOST_SMALL; bytes++) {
      int cursor = bytes + SizeClasses.GRANULE - 1 & -SizeClasses.GRANULE;
      int sizeClass = SizeClasses.of(Layout.STRING_CHARS + bytes);
      if (sizeClass * Layout.CURSOR_PAIR_BYTES != cursor || SizeClasses.bytes(sizeClass) != cursor + SizeClasses.GRANULE) {
        throw new IllegalStateException("the size classes of cells are others than the stubs count on");
      }
    }
  }

  private final NativeStubs stubs;
  private final MacroAssembler masm;
  private final StringStubs strings;
  private final MutGp string;
  private final MutGp from;
  private final MutGp to;
  private final MutGp flags;
  private final MutGp temp;
  private final MutGp result;

  StringSlices(NativeStubs stubs) {
    this.stubs = stubs;
    masm = stubs.masm;
    strings = new StringStubs(stubs.strategies, masm, stubs.temps);
    string = stubs.temps.get(0);
    from = stubs.temps.get(1);
    to = stubs.temps.get(2);
    flags = stubs.temps.get(3);
    temp = stubs.temps.get(4);
    result = stubs.roles.result();
  }

  /** What an argument says of where a piece begins or ends. */
  private interface Bound {
    /** @param argument its number */
    void load(MutGp bound, int argument);
  }

  void emitSlice() {
    loadBounds(this::loadRelative);
    emitPiece();
  }

  void emitSubstring() {
    Label ordered = masm.newLabel();
    loadBounds(this::loadClamped);
    masm.branch(Width.BITS32, Cond.LESS_EQUAL, from, to, ordered);
    masm.move(temp, from);
    masm.move(from, to);
    masm.move(to, temp);
    masm.bind(ordered);
    emitPiece();
  }

  private void loadThis() {
    stubs.loadString(stubs.thisValue(), string, flags);
    strings.loadFlat(string, flags, temp, stubs.slow);
    masm.load(Width.BITS32, to, Mem.at(string, Layout.STRING_LENGTH));
  }

  private void loadBounds(Bound bound) {
    Label atEnd = masm.newLabel();
    masm.addImm(Width.BITS32, temp, stubs.roles.argumentCount(), -1);
    masm.branchImm(Width.BITS32, Cond.ABOVE, temp, 1, stubs.slow);
    loadThis();
    bound.load(from, 0);
    masm.branchImm(Width.BITS32, Cond.EQUAL, stubs.roles.argumentCount(), 1, atEnd);
    masm.load(Width.BITS64, result, stubs.argument(1));
    masm.moveImm(temp, Values.UNDEFINED);
    masm.branch(Width.BITS64, Cond.EQUAL, result, temp, atEnd);
    bound.load(to, 1);
    masm.bind(atEnd);
  }

  /** An index that counts from the end when it is negative, within the string. */
  private void loadRelative(MutGp bound, int argument) {
    Label forward = masm.newLabel();
    Label done = masm.newLabel();
    loadInt32(bound, argument);
    masm.branchImm(Width.BITS32, Cond.GREATER_EQUAL, bound, 0, forward);
    masm.add(Width.BITS32, bound, bound, temp);
    masm.branchImm(Width.BITS32, Cond.GREATER_EQUAL, bound, 0, done);
    masm.moveImm(bound, 0);
    masm.jump(done);
    masm.bind(forward);
    limit(bound);
    masm.bind(done);
  }

  /** The index in the string that is nearest. */
  private void loadClamped(MutGp bound, int argument) {
    Label positive = masm.newLabel();
    loadInt32(bound, argument);
    masm.branchImm(Width.BITS32, Cond.GREATER_EQUAL, bound, 0, positive);
    masm.moveImm(bound, 0);
    masm.bind(positive);
    limit(bound);
  }

  /** bound = an argument; temp = the string's length. */
  private void loadInt32(MutGp bound, int argument) {
    stubs.loadInt32(stubs.argument(argument), bound);
    masm.load(Width.BITS32, temp, Mem.at(string, Layout.STRING_LENGTH));
  }

  private void limit(MutGp bound) {
    Label within = masm.newLabel();
    masm.branch(Width.BITS32, Cond.LESS_EQUAL, bound, temp, within);
    masm.move(bound, temp);
    masm.bind(within);
  }

  /** White space of ASCII around Latin-1, if what it ends at is ASCII; of other strings, only whether there is any. */
  void emitTrim() {
    Label wide = masm.newLabel();
    Label piece = masm.newLabel();
    Label all = masm.newLabel();
    loadThis();
    masm.moveImm(from, 0);
    masm.branchImm(Width.BITS32, Cond.EQUAL, to, 0, all);
    masm.branchIfAnyBits(Width.BITS32, flags, Layout.STRING_FLAG_UTF16, wide);
    skipBlanks(from, 0, 1, piece);
    skipBlanks(to, -1, -1, piece);
    masm.jump(piece);
    masm.bind(wide);
    masm.load(Width.BITS16, temp, Mem.at(string, Layout.STRING_CHARS));
    requireVisible();
    masm.load(Width.BITS16, temp, Mem.indexed(string, to, 1, Layout.STRING_CHARS - 2));
    requireVisible();
    masm.bind(all);
    emitThis();
    masm.bind(piece);
    emitPiece();
  }

  private void skipBlanks(MutGp index, int offset, int step, Label nothingLeft) {
    Label next = masm.newLabel();
    Label blank = masm.newLabel();
    Label visible = masm.newLabel();
    masm.bind(next);
    masm.branch(Width.BITS32, Cond.EQUAL, from, to, nothingLeft);
    masm.load(Width.BITS8, temp, Mem.indexed(string, index, 0, Layout.STRING_CHARS + offset));
    masm.branchImm(Width.BITS32, Cond.EQUAL, temp, ' ', blank);
    masm.branchImm(Width.BITS32, Cond.ABOVE_EQUAL, temp, DELETE, stubs.slow);
    masm.addImm(Width.BITS32, temp, temp, -TAB);
    masm.branchImm(Width.BITS32, Cond.ABOVE, temp, RETURN - TAB, visible);
    masm.bind(blank);
    masm.addImm(Width.BITS32, index, index, step);
    masm.jump(next);
    masm.bind(visible);
  }

  private void requireVisible() {
    masm.addImm(Width.BITS32, temp, temp, -' ' - 1);
    masm.branchImm(Width.BITS32, Cond.ABOVE_EQUAL, temp, DELETE - ' ' - 1, stubs.slow);
  }

  private void emitThis() {
    masm.load(Width.BITS64, result, stubs.thisValue());
    stubs.emitReturn();
  }

  /** Returns what lies between two indices within the string; nothing if they are in the wrong order. */
  private void emitPiece() {
    Label empty = masm.newLabel();
    Label all = masm.newLabel();
    Label wide = masm.newLabel();
    Label single = masm.newLabel();
    MutGp count = temp;
    masm.sub(Width.BITS32, count, to, from);
    masm.branchImm(Width.BITS32, Cond.LESS_EQUAL, count, 0, empty);
    masm.load(Width.BITS32, result, Mem.at(string, Layout.STRING_LENGTH));
    masm.branch(Width.BITS32, Cond.EQUAL, count, result, all);
    masm.branchIfAnyBits(Width.BITS32, flags, Layout.STRING_FLAG_UTF16, wide);
    masm.add(Width.BITS64, string, string, from);
    masm.branchImm(Width.BITS32, Cond.EQUAL, count, 1, single);
    allocate(count);
    masm.store(Width.BITS64, count, Mem.at(result, Layout.STRING_LENGTH));
    copyBytes(count);
    masm.bind(single);
    masm.load(Width.BITS8, from, Mem.at(string, Layout.STRING_CHARS));
    stubs.returnSingle(from, to);
    masm.bind(empty);
    masm.moveImm(from, Strings.SINGLES);
    stubs.returnSingle(from, to);
    masm.bind(all);
    emitThis();
    masm.bind(wide);
    emitWidePiece(count);
  }

  /** The characters take two bytes in the string; in the piece one, if that is enough for all of them. */
  private void emitWidePiece(MutGp count) {
    MutGp bits = from;
    Label look = masm.newLabel();
    Label next = masm.newLabel();
    Label copy = masm.newLabel();
    Label narrow = masm.newLabel();
    masm.shiftLeftImm(Width.BITS64, from, from, 1);
    masm.add(Width.BITS64, string, string, from);
    masm.moveImm(bits, 0);
    masm.move(to, count);
    masm.bind(look);
    masm.addImm(Width.BITS64, to, to, -1);
    masm.load(Width.BITS16, flags, Mem.indexed(string, to, 1, Layout.STRING_CHARS));
    masm.or(Width.BITS32, bits, bits, flags);
    masm.branchImm(Width.BITS64, Cond.NOT_EQUAL, to, 0, look);
    masm.branchImm(Width.BITS32, Cond.BELOW_EQUAL, bits, LAST_LATIN1, narrow);
    masm.shiftLeftImm(Width.BITS64, count, count, 1);
    allocate(count);
    masm.shiftRightUnsignedImm(Width.BITS64, to, count, 1);
    masm.store(Width.BITS64, to, Mem.at(result, Layout.STRING_LENGTH));
    masm.storeImm(Width.BITS16, Layout.STRING_FLAG_UTF16, Mem.at(result, Layout.CELL_FLAGS));
    copyBytes(count);
    masm.bind(narrow);
    masm.branchImm(Width.BITS32, Cond.NOT_EQUAL, count, 1, copy);
    stubs.returnSingle(bits, to);
    masm.bind(copy);
    allocate(count);
    masm.store(Width.BITS64, count, Mem.at(result, Layout.STRING_LENGTH));
    // What lies behind the last character in its word is 0.
    masm.addImm(Width.BITS64, to, count, -1);
    masm.shiftRightUnsignedImm(Width.BITS64, to, to, WORD_SHIFT);
    masm.moveImm(flags, 0);
    masm.store(Width.BITS64, flags, Mem.indexed(result, to, WORD_SHIFT, Layout.STRING_CHARS));
    masm.bind(next);
    masm.addImm(Width.BITS64, count, count, -1);
    masm.load(Width.BITS16, flags, Mem.indexed(string, count, 1, Layout.STRING_CHARS));
    masm.store(Width.BITS8, flags, Mem.indexed(result, count, 0, Layout.STRING_CHARS));
    masm.branchImm(Width.BITS64, Cond.NOT_EQUAL, count, 0, next);
    emitResult();
  }

  private void emitResult() {
    stubs.strategies.values().boxCell(masm, result, result);
    stubs.emitReturn();
  }

  /** result = the address of a new string's cell with room for so many bytes; from, to and flags are lost. */
  private void allocate(MutGp bytes) {
    MutGp cursor = flags;
    Label room = masm.newLabel();
    masm.branchImm(Width.BITS32, Cond.ABOVE, bytes, MOST_SMALL, stubs.slow);
    masm.addImm(Width.BITS64, to, bytes, SizeClasses.GRANULE - 1);
    masm.andImm(Width.BITS64, to, to, -SizeClasses.GRANULE);
    masm.add(Width.BITS64, cursor, to, stubs.roles.allocation());
    masm.loadPair(result, from, new Mem.Displaced(cursor, Layout.CURSOR_NEXT));
    masm.branch(Width.BITS64, Cond.NOT_EQUAL, result, from, room);
    CellAllocation.emitNextRun(masm, cursor, 0, result, from, stubs.slow);
    masm.bind(room);
    masm.add(Width.BITS64, to, to, result);
    masm.addImm(Width.BITS64, to, to, SizeClasses.GRANULE);
    masm.store(Width.BITS64, to, Mem.at(cursor, Layout.CURSOR_NEXT));
    masm.storeImm(Width.BITS64, Integer.toUnsignedLong(Layout.STRING_SHAPE) | (long) CellKind.STRING << 8 * Layout.CELL_KIND, Mem.at(result, Layout.CELL_SHAPE));
  }

  /** Copies characters, at least one, to the new string, and returns it; all is lost. */
  private void copyBytes(MutGp bytes) {
    Label words = masm.newLabel();
    Label rest = masm.newLabel();
    Label next = masm.newLabel();
    Label done = masm.newLabel();
    masm.move(to, result);
    masm.bind(words);
    masm.branchImm(Width.BITS32, Cond.BELOW, bytes, WORD, rest);
    masm.load(Width.BITS64, flags, Mem.at(string, Layout.STRING_CHARS));
    masm.store(Width.BITS64, flags, Mem.at(to, Layout.STRING_CHARS));
    masm.addImm(Width.BITS64, string, string, WORD);
    masm.addImm(Width.BITS64, to, to, WORD);
    masm.addImm(Width.BITS32, bytes, bytes, -WORD);
    masm.jump(words);
    masm.bind(rest);
    masm.branchImm(Width.BITS32, Cond.EQUAL, bytes, 0, done);
    masm.storeImm(Width.BITS64, 0, Mem.at(to, Layout.STRING_CHARS));
    masm.bind(next);
    masm.addImm(Width.BITS64, bytes, bytes, -1);
    masm.load(Width.BITS8, flags, Mem.indexed(string, bytes, 0, Layout.STRING_CHARS));
    masm.store(Width.BITS8, flags, Mem.indexed(to, bytes, 0, Layout.STRING_CHARS));
    masm.branchImm(Width.BITS64, Cond.NOT_EQUAL, bytes, 0, next);
    masm.bind(done);
    emitResult();
  }
}
