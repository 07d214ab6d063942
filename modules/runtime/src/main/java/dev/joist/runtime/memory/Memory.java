package dev.joist.runtime.memory;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Reads and writes memory by address, without bounds: an address that is not the engine's ends the JVM, unless the system
 * property {@value #CHECKED_PROPERTY} is {@code true}. Then every access is looked up among the {@link NativeMemory} ranges in use and a stray one is
 * an {@link IllegalStateException}; that is slow and meant for finding bugs.
 */
public final class Memory {
  public static final String CHECKED_PROPERTY = "joist.memory.checked";

  private static final boolean CHECKED = Boolean.getBoolean(CHECKED_PROPERTY);
  private static final ConcurrentSkipListMap<Long, Long> RANGES = new ConcurrentSkipListMap<>();
  private static final MemorySegment ALL = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);

  private Memory() {}

  static void register(long address, long bytes) {
    if (CHECKED) {
      RANGES.put(address, address + bytes);
    }
  }

  static void unregister(long address) {
    if (CHECKED) {
      RANGES.remove(address);
    }
  }

  private static void check(long address, long bytes) {
    Map.Entry<Long, Long> range = RANGES.floorEntry(address);
    if (range == null || address + bytes > range.getValue()) {
      throw new IllegalStateException("access to " + bytes + " bytes at 0x" + Long.toHexString(address) + ", which is not the engine's memory");
    }
  }

  /** The address, which has 48 bits: put so that HotSpot sees it and needs no bounds check. */
  private static long offset(long address) {
    return address << 16 >>> 16;
  }

  public static long getLong(long address) {
    if (CHECKED) {
      check(address, 8);
    }
    return ALL.get(ValueLayout.JAVA_LONG_UNALIGNED, offset(address));
  }

  public static void putLong(long address, long value) {
    if (CHECKED) {
      check(address, 8);
    }
    ALL.set(ValueLayout.JAVA_LONG_UNALIGNED, offset(address), value);
  }

  public static int getInt(long address) {
    if (CHECKED) {
      check(address, 4);
    }
    return ALL.get(ValueLayout.JAVA_INT_UNALIGNED, offset(address));
  }

  /** A u32. */
  public static long getUnsignedInt(long address) {
    return Integer.toUnsignedLong(getInt(address));
  }

  public static void putInt(long address, int value) {
    if (CHECKED) {
      check(address, 4);
    }
    ALL.set(ValueLayout.JAVA_INT_UNALIGNED, offset(address), value);
  }

  /** A u16. */
  public static int getChar(long address) {
    if (CHECKED) {
      check(address, 2);
    }
    return ALL.get(ValueLayout.JAVA_CHAR_UNALIGNED, offset(address));
  }

  public static void putChar(long address, int value) {
    if (CHECKED) {
      check(address, 2);
    }
    ALL.set(ValueLayout.JAVA_CHAR_UNALIGNED, offset(address), (char) value);
  }

  /** A u8. */
  public static int getByte(long address) {
    if (CHECKED) {
      check(address, 1);
    }
    return ALL.get(ValueLayout.JAVA_BYTE, offset(address)) & 0xFF;
  }

  public static void putByte(long address, int value) {
    if (CHECKED) {
      check(address, 1);
    }
    ALL.set(ValueLayout.JAVA_BYTE, offset(address), (byte) value);
  }

  public static double getDouble(long address) {
    return Double.longBitsToDouble(getLong(address));
  }

  public static void putDouble(long address, double value) {
    putLong(address, Double.doubleToRawLongBits(value));
  }

  /** Copies; the ranges may overlap. */
  public static void copy(long from, long to, long bytes) {
    if (CHECKED && bytes > 0) {
      check(from, bytes);
      check(to, bytes);
    }
    MemorySegment.copy(ALL, from, ALL, to, bytes);
  }

  public static void fill(long address, long bytes, int value) {
    if (CHECKED && bytes > 0) {
      check(address, bytes);
    }
    ALL.asSlice(address, bytes).fill((byte) value);
  }

  /** Writes the same word count times. */
  public static void fillLongs(long address, long count, long value) {
    for (long at = address, end = address + 8 * count; at < end; at += 8) {
      putLong(at, value);
    }
  }

  public static void copyIn(byte[] from, int offset, long to, int count) {
    if (CHECKED && count > 0) {
      check(to, count);
    }
    MemorySegment.copy(from, offset, ALL, ValueLayout.JAVA_BYTE, to, count);
  }

  public static void copyOut(long from, byte[] to, int offset, int count) {
    if (CHECKED && count > 0) {
      check(from, count);
    }
    MemorySegment.copy(ALL, ValueLayout.JAVA_BYTE, from, to, offset, count);
  }

  public static void copyIn(char[] from, int offset, long to, int count) {
    if (CHECKED && count > 0) {
      check(to, 2L * count);
    }
    MemorySegment.copy(from, offset, ALL, ValueLayout.JAVA_CHAR_UNALIGNED, to, count);
  }

  public static void copyOut(long from, char[] to, int offset, int count) {
    if (CHECKED && count > 0) {
      check(from, 2L * count);
    }
    MemorySegment.copy(ALL, ValueLayout.JAVA_CHAR_UNALIGNED, from, to, offset, count);
  }

  /** The offset of the first byte that differs, or -1. */
  public static long mismatch(long a, long b, long bytes) {
    if (CHECKED && bytes > 0) {
      check(a, bytes);
      check(b, bytes);
    }
    return MemorySegment.mismatch(ALL, a, a + bytes, ALL, b, b + bytes);
  }
}
