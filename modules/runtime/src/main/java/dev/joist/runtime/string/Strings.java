package dev.joist.runtime.string;

import dev.joist.runtime.heap.Errors;
import dev.joist.runtime.heap.Heap;
import dev.joist.runtime.heap.Marker;
import dev.joist.runtime.memory.Memory;
import dev.joist.spi.layout.CellKind;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.value.Values;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * JavaScript strings: sequences of UTF-16 units in cells, flat or ropes. A rope is flattened, once, when its characters are asked for. Strings
 * are words (Values) here; a word that is no string is the caller's error. Nothing here runs JavaScript or collects.
 */
public final class Strings {
  /** The longest string, in UTF-16 units (V8's limit). */
  public static final int LONGEST = 0x1FFF_FFE8;

  public static final int ROPE_BYTES = Layout.STRING_CHARS + 16;

  /** Shorter results of a concatenation are copied: a rope would be no smaller. */
  public static final int SHORTEST_ROPE = 24;

  /** How many strings of one Latin-1 character there are. */
  public static final int SINGLES = 256;

  private final Heap heap;
  private final Errors errors;
  private final InternTable interned = new InternTable();
  private final long empty;
  /** Address of the Values of the strings of one Latin-1 character, and of the empty string behind them. */
  private final long singles;
  private long[] permanent = new long[256];
  private int permanentCount;
  private long[] flattenStack = new long[64];

  public Strings(Heap heap, Errors errors) {
    this.heap = heap;
    this.errors = errors;
    this.empty = Values.cell(interned.intern(newLatin1(0), FlatStrings.hash("")));
    this.singles = heap.allocateOutside(8L * (SINGLES + 1));
    for (int c = 0; c < SINGLES; c++) {
      long cell = newLatin1(1);
      Memory.putByte(cell + Layout.STRING_CHARS, c);
      Memory.putLong(singles + 8L * c, Values.cell(cell));
    }
    Memory.putLong(singles + 8L * SINGLES, empty);
    Memory.putInt(Values.address(empty) + Layout.STRING_HASH, FlatStrings.hash(""));
    heap.addRoots(this::markRoots);
    heap.addAfterMark(interned);
  }

  private void markRoots(Marker marker) {
    marker.mark(empty);
    for (int c = 0; c < SINGLES; c++) {
      marker.mark(ofChar(c));
    }
    for (int i = 0; i < permanentCount; i++) {
      marker.mark(permanent[i]);
    }
  }

  public static boolean isString(long value) {
    return Values.isCell(value) && Memory.getByte(Values.address(value) + Layout.CELL_KIND) == CellKind.STRING;
  }

  // Making strings

  public long empty() {
    return empty;
  }

  /** The address of the Values of the {@link #SINGLES} strings of one Latin-1 character, behind which the empty string's stands. */
  public long singles() {
    return singles;
  }

  /** The string of one UTF-16 unit. There is only one of each Latin-1 character, which compiled code counts on. */
  public long ofChar(int unit) {
    if (unit < SINGLES) {
      return Memory.getLong(singles + 8L * unit);
    }
    long cell = newUtf16(1);
    Memory.putChar(cell + Layout.STRING_CHARS, unit);
    return Values.cell(cell);
  }

  public long fromJava(String text) {
    int length = text.length();
    if (length <= 1) {
      return length == 0 ? empty : ofChar(text.charAt(0));
    }
    return Values.cell(newFlat(text));
  }

  /** The string of count UTF-16 units of a buffer. */
  public long fromChars(char[] chars, int offset, int count) {
    return fromJava(new String(chars, offset, count));
  }

  private long newFlat(String text) {
    int length = checkLength(text.length());
    char all = 0;
    for (int i = 0; i < length; i++) {
      all |= text.charAt(i);
    }
    if (all <= 0xFF) {
      long cell = newLatin1(length);
      if (length <= 32) {
        for (int i = 0; i < length; i++) {
          Memory.putByte(cell + Layout.STRING_CHARS + i, text.charAt(i));
        }
      } else {
        Memory.copyIn(text.getBytes(StandardCharsets.ISO_8859_1), 0, cell + Layout.STRING_CHARS, length);
      }
      return cell;
    }
    long cell = newUtf16(length);
    Memory.copyIn(text.toCharArray(), 0, cell + Layout.STRING_CHARS, length);
    return cell;
  }

  private long newLatin1(int length) {
    long cell = heap.allocate(CellKind.STRING, Layout.STRING_SHAPE, Layout.STRING_CHARS + (long) length);
    Memory.putInt(cell + Layout.STRING_LENGTH, length);
    return cell;
  }

  private long newUtf16(int length) {
    long cell = heap.allocate(CellKind.STRING, Layout.STRING_SHAPE, Layout.STRING_CHARS + 2L * length);
    Memory.putInt(cell + Layout.STRING_LENGTH, length);
    Memory.putChar(cell + Layout.CELL_FLAGS, Layout.STRING_FLAG_UTF16);
    return cell;
  }

  private int checkLength(long length) {
    if (length > LONGEST) {
      throw errors.rangeError("Invalid string length");
    }
    return (int) length;
  }

  /**
   * The concatenation; costs no more than a small cell however long the parts are.
   *
   * @throws RuntimeException RangeError when it would be longer than {@link #LONGEST}
   */
  public long concat(long a, long b) {
    long left = Values.address(a);
    long right = Values.address(b);
    int leftLength = FlatStrings.length(left);
    int rightLength = FlatStrings.length(right);
    if (leftLength == 0) {
      return b;
    }
    if (rightLength == 0) {
      return a;
    }
    int length = checkLength((long) leftLength + rightLength);
    boolean utf16 = FlatStrings.isUtf16(left) || FlatStrings.isUtf16(right);
    if (length < SHORTEST_ROPE) {
      long cell = utf16 ? newUtf16(length) : newLatin1(length);
      FlatStrings.copyChars(flat(left), 0, leftLength, cell + Layout.STRING_CHARS, utf16);
      FlatStrings.copyChars(flat(right), 0, rightLength, cell + Layout.STRING_CHARS + (utf16 ? 2L : 1L) * leftLength, utf16);
      return Values.cell(cell);
    }
    long rope = heap.allocate(CellKind.STRING, Layout.STRING_SHAPE, ROPE_BYTES);
    Memory.putInt(rope + Layout.STRING_LENGTH, length);
    Memory.putChar(rope + Layout.CELL_FLAGS, Layout.STRING_FLAG_ROPE | (utf16 ? Layout.STRING_FLAG_UTF16 : 0));
    Memory.putLong(rope + Layout.ROPE_LEFT, left);
    Memory.putLong(rope + Layout.ROPE_RIGHT, right);
    return Values.cell(rope);
  }

  /**
   * Strings one after the other, with another between them.
   *
   * @throws RuntimeException RangeError when it would be longer than {@link #LONGEST}
   */
  public long join(long separator, long[] parts) {
    long all = Math.max(0, parts.length - 1) * (long) length(separator);
    boolean utf16 = all > 0 && FlatStrings.isUtf16(Values.address(separator));
    long longest = all > 0 ? separator : empty;
    for (long part : parts) {
      all += length(part);
      utf16 |= FlatStrings.isUtf16(Values.address(part));
      longest = length(part) > length(longest) ? part : longest;
    }
    int length = checkLength(all);
    if (length == length(longest)) {
      return longest;
    }
    long cell = utf16 ? newUtf16(length) : newLatin1(length);
    long end = cell + Layout.STRING_CHARS;
    for (int i = 0; i < parts.length; i++) {
      end = i == 0 ? end : append(separator, end, utf16);
      end = append(parts[i], end, utf16);
    }
    return Values.cell(cell);
  }

  private long append(long string, long to, boolean utf16) {
    long cell = flat(Values.address(string));
    int length = FlatStrings.length(cell);
    FlatStrings.copyChars(cell, 0, length, to, utf16);
    return to + (utf16 ? 2L : 1L) * length;
  }

  /**
   * The units from (inclusive) to (exclusive).
   *
   * @param from 0 to to
   * @param to from to the length
   */
  public long substring(long string, int from, int to) {
    int length = to - from;
    if (length == 0) {
      return empty;
    }
    long cell = flat(Values.address(string));
    if (length == 1) {
      return ofChar(FlatStrings.charAt(cell, from));
    }
    if (length == FlatStrings.length(cell)) {
      return string;
    }
    if (!FlatStrings.isUtf16(cell)) {
      long result = newLatin1(length);
      FlatStrings.copyChars(cell, from, length, result + Layout.STRING_CHARS, false);
      return Values.cell(result);
    }
    if (FlatStrings.isLatin1(cell, from, to)) {
      long result = newLatin1(length);
      for (int i = 0; i < length; i++) {
        Memory.putByte(result + Layout.STRING_CHARS + i, FlatStrings.charAt(cell, from + i));
      }
      return Values.cell(result);
    }
    long result = newUtf16(length);
    FlatStrings.copyChars(cell, from, length, result + Layout.STRING_CHARS, true);
    return Values.cell(result);
  }

  // Reading strings

  public String toJava(long string) {
    return FlatStrings.toJava(flat(Values.address(string)));
  }

  /** The length in UTF-16 units. */
  public int length(long string) {
    return FlatStrings.length(Values.address(string));
  }

  /**
   * A UTF-16 unit.
   *
   * @param index 0 to length - 1
   */
  public int charAt(long string, int index) {
    return FlatStrings.charAt(flat(Values.address(string)), index);
  }

  public boolean equals(long a, long b) {
    if (a == b) {
      return true;
    }
    long cellA = Values.address(a);
    long cellB = Values.address(b);
    if (FlatStrings.length(cellA) != FlatStrings.length(cellB)) {
      return false;
    }
    if ((Memory.getChar(cellA + Layout.CELL_FLAGS) & Memory.getChar(cellB + Layout.CELL_FLAGS) & Layout.STRING_FLAG_KEY) != 0) {
      return false;
    }
    return FlatStrings.equal(flat(cellA), flat(cellB));
  }

  public boolean equals(long string, String text) {
    long cell = Values.address(string);
    return FlatStrings.length(cell) == text.length() && FlatStrings.equal(flat(cell), text);
  }

  /** By UTF-16 units: negative, zero or positive. */
  public int compare(long a, long b) {
    return a == b ? 0 : FlatStrings.compare(flat(Values.address(a)), flat(Values.address(b)));
  }

  /** Equal strings have equal hashes. */
  public int hash(long string) {
    return FlatStrings.hash(flat(Values.address(string)));
  }

  /**
   * Where a string occurs in another first, or -1.
   *
   * @param from 0 to the text's length
   */
  public int indexOf(long text, long pattern, int from) {
    long textCell = flat(Values.address(text));
    long patternCell = flat(Values.address(pattern));
    int patternLength = FlatStrings.length(patternCell);
    int last = FlatStrings.length(textCell) - patternLength;
    if (patternLength == 0) {
      return from;
    }
    int first = FlatStrings.charAt(patternCell, 0);
    for (int i = from; i <= last; i++) {
      if (FlatStrings.charAt(textCell, i) == first && matches(textCell, i, patternCell, patternLength)) {
        return i;
      }
    }
    return -1;
  }

  /**
   * Whether a string has another's units from an index on.
   *
   * @param at 0 to the text's length
   */
  public boolean matches(long text, int at, long pattern) {
    int patternLength = length(pattern);
    if (patternLength > length(text) - at) {
      return false;
    }
    long textCell = flat(Values.address(text));
    long patternCell = flat(Values.address(pattern));
    return patternLength == 0
        || FlatStrings.charAt(textCell, at) == FlatStrings.charAt(patternCell, 0) && matches(textCell, at, patternCell, patternLength);
  }

  private static boolean matches(long text, int at, long pattern, int patternLength) {
    for (int i = 1; i < patternLength; i++) {
      if (FlatStrings.charAt(text, at + i) != FlatStrings.charAt(pattern, i)) {
        return false;
      }
    }
    return true;
  }

  // Flattening

  /** The flat cell with the characters of a string's cell. */
  private long flat(long cell) {
    if ((Memory.getChar(cell + Layout.CELL_FLAGS) & Layout.STRING_FLAG_ROPE) == 0) {
      return cell;
    }
    if (Memory.getLong(cell + Layout.ROPE_RIGHT) == 0) {
      return Memory.getLong(cell + Layout.ROPE_LEFT);
    }
    return flatten(cell);
  }

  /** Fills the characters in from the end, since what programs build grows at the end: then the stack stays short. */
  private long flatten(long rope) {
    int length = FlatStrings.length(rope);
    boolean utf16 = FlatStrings.isUtf16(rope);
    long result = utf16 ? newUtf16(length) : newLatin1(length);
    long charBytes = utf16 ? 2 : 1;
    long end = result + Layout.STRING_CHARS + charBytes * length;
    int top = 0;
    flattenStack[top++] = rope;
    while (top > 0) {
      long cell = flattenStack[--top];
      boolean isRope = (Memory.getChar(cell + Layout.CELL_FLAGS) & Layout.STRING_FLAG_ROPE) != 0;
      long right = isRope ? Memory.getLong(cell + Layout.ROPE_RIGHT) : 0;
      if (right != 0) {
        if (top + 2 > flattenStack.length) {
          flattenStack = Arrays.copyOf(flattenStack, flattenStack.length * 2);
        }
        flattenStack[top++] = Memory.getLong(cell + Layout.ROPE_LEFT);
        flattenStack[top++] = right;
      } else {
        long part = isRope ? Memory.getLong(cell + Layout.ROPE_LEFT) : cell;
        int partLength = FlatStrings.length(part);
        end -= charBytes * partLength;
        FlatStrings.copyChars(part, 0, partLength, end, utf16);
      }
    }
    Memory.putLong(rope + Layout.ROPE_LEFT, result);
    Memory.putLong(rope + Layout.ROPE_RIGHT, 0);
    return result;
  }

  // Property keys

  /** The property key of a string. */
  public long key(long string) {
    long cell = Values.address(string);
    if ((Memory.getChar(cell + Layout.CELL_FLAGS) & Layout.STRING_FLAG_KEY) != 0) {
      return string;
    }
    long flat = flat(cell);
    long index = FlatStrings.arrayIndex(flat);
    if (index >= 0) {
      return PropertyKey.ofIndex(index);
    }
    return Values.cell(interned.intern(flat, FlatStrings.hash(flat)));
  }

  /** The property key with these characters. It lives as long as something refers to it. */
  public long key(String text) {
    long index = FlatStrings.arrayIndex(text);
    if (index >= 0) {
      return PropertyKey.ofIndex(index);
    }
    int hash = FlatStrings.hash(text);
    long found = interned.find(text, hash);
    if (found != 0) {
      return Values.cell(found);
    }
    long cell = Values.address(fromJava(text));
    return Values.cell(interned.intern(cell, FlatStrings.hash(cell)));
  }

  /** As {@link #key(String)}, for names that Java code knows: it lives as long as the engine. */
  public long permanentKey(String text) {
    long key = key(text);
    if (!PropertyKey.isIndex(key)) {
      if (permanentCount == permanent.length) {
        permanent = Arrays.copyOf(permanent, permanentCount * 2);
      }
      permanent[permanentCount++] = key;
    }
    return key;
  }

  /** A key that is no symbol, as a string's Value. */
  public long keyToString(long key) {
    return PropertyKey.isIndex(key) ? fromJava(Long.toString(PropertyKey.index(key))) : key;
  }

  /** A key as a program sees it: a string or a symbol. */
  public long keyToValue(long key) {
    return PropertyKey.isIndex(key) ? keyToString(key) : key;
  }

  /** A key for messages: characters of a string, or Symbol(description). */
  public String describeKey(long key) {
    if (!PropertyKey.isSymbol(key)) {
      return toJava(keyToString(key));
    }
    long description = Symbols.description(key);
    String text = description == Values.UNDEFINED ? "" : toJava(description);
    return PropertyKey.isPrivate(key) ? text : "Symbol(" + text + ")";
  }
}
