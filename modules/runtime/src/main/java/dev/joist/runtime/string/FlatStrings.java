package dev.joist.runtime.string;

import dev.joist.runtime.memory.Memory;
import dev.joist.spi.layout.Layout;
import java.nio.charset.StandardCharsets;

/**
 * Cells of flat strings, by address. Characters take one byte each when all are Latin-1, else two: never two when one would do, so equal strings have
 * equal bytes. The bytes behind the last character, up to a multiple of 8, are 0.
 */
final class FlatStrings {
  private FlatStrings() {}

  static boolean isUtf16(long cell) {
    return (Memory.getChar(cell + Layout.CELL_FLAGS) & Layout.STRING_FLAG_UTF16) != 0;
  }

  static int length(long cell) {
    return Memory.getInt(cell + Layout.STRING_LENGTH);
  }

  static int charAt(long cell, int index) {
    return isUtf16(cell) ? Memory.getChar(cell + Layout.STRING_CHARS + 2L * index) : Memory.getByte(cell + Layout.STRING_CHARS + index);
  }

  static boolean equal(long a, long b) {
    if (a == b) {
      return true;
    }
    int length = length(a);
    boolean utf16 = isUtf16(a);
    if (length != length(b) || utf16 != isUtf16(b)) {
      return false;
    }
    long bytes = utf16 ? 2L * length : length;
    for (long at = 0; at < bytes; at += 8) {
      if (Memory.getLong(a + Layout.STRING_CHARS + at) != Memory.getLong(b + Layout.STRING_CHARS + at)) {
        return false;
      }
    }
    return true;
  }

  static boolean equal(long cell, String text) {
    int length = length(cell);
    if (length != text.length()) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (charAt(cell, i) != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** By UTF-16 units: negative, zero or positive. */
  static int compare(long a, long b) {
    int lengthA = length(a);
    int lengthB = length(b);
    int common = Math.min(lengthA, lengthB);
    for (int i = 0; i < common; i++) {
      int difference = charAt(a, i) - charAt(b, i);
      if (difference != 0) {
        return difference;
      }
    }
    return Integer.compare(lengthA, lengthB);
  }

  /** The hash of java.lang.String, made nonzero; kept in the cell. */
  static int hash(long cell) {
    int hash = Memory.getInt(cell + Layout.STRING_HASH);
    if (hash == 0) {
      int length = length(cell);
      for (int i = 0; i < length; i++) {
        hash = 31 * hash + charAt(cell, i);
      }
      hash = nonzero(hash);
      Memory.putInt(cell + Layout.STRING_HASH, hash);
    }
    return hash;
  }

  static int hash(String text) {
    return nonzero(text.hashCode());
  }

  private static int nonzero(int hash) {
    return hash == 0 ? 1 : hash;
  }

  /** The array index that the string is the canonical text of, or -1. */
  static long arrayIndex(long cell) {
    int length = length(cell);
    if (length == 0 || length > 10 || isUtf16(cell)) {
      return -1;
    }
    int first = charAt(cell, 0);
    if (first < '0' || first > '9' || first == '0' && length > 1) {
      return -1;
    }
    long index = 0;
    for (int i = 0; i < length; i++) {
      int digit = charAt(cell, i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      index = index * 10 + digit;
    }
    return index <= PropertyKey.LARGEST_INDEX ? index : -1;
  }

  static long arrayIndex(String text) {
    int length = text.length();
    if (length == 0 || length > 10 || text.charAt(0) == '0' && length > 1) {
      return -1;
    }
    long index = 0;
    for (int i = 0; i < length; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      index = index * 10 + digit;
    }
    return index <= PropertyKey.LARGEST_INDEX ? index : -1;
  }

  static String toJava(long cell) {
    int length = length(cell);
    if (isUtf16(cell)) {
      char[] chars = new char[length];
      Memory.copyOut(cell + Layout.STRING_CHARS, chars, 0, length);
      return new String(chars);
    }
    byte[] bytes = new byte[length];
    Memory.copyOut(cell + Layout.STRING_CHARS, bytes, 0, length);
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /** Copies characters of a flat string to memory that takes two bytes a character, or one when the source has one. */
  static void copyChars(long cell, int from, int count, long to, boolean toUtf16) {
    long chars = cell + Layout.STRING_CHARS;
    if (isUtf16(cell)) {
      Memory.copy(chars + 2L * from, to, 2L * count);
    } else if (!toUtf16) {
      if (count <= 16) {
        for (int i = 0; i < count; i++) {
          Memory.putByte(to + i, Memory.getByte(chars + from + i));
        }
      } else {
        Memory.copy(chars + from, to, count);
      }
    } else {
      for (int i = 0; i < count; i++) {
        Memory.putChar(to + 2L * i, Memory.getByte(chars + from + i));
      }
    }
  }

  /** Whether all of a range of a flat string's characters are Latin-1. */
  static boolean isLatin1(long cell, int from, int to) {
    if (!isUtf16(cell)) {
      return true;
    }
    for (int i = from; i < to; i++) {
      if (Memory.getChar(cell + Layout.STRING_CHARS + 2L * i) > 0xFF) {
        return false;
      }
    }
    return true;
  }
}
