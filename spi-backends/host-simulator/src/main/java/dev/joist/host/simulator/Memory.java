package dev.joist.host.simulator;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/**
 * Little-endian access to the process's own memory by address. Nothing here checks an address: {@link AddressSpace} has
 * to say yes first, or the virtual machine dies.
 */
final class Memory {
  private static final MemorySegment EVERYTHING = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);
  private static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private Memory() {}

  static byte getByte(long address) {
    return EVERYTHING.get(ValueLayout.JAVA_BYTE, address);
  }

  static short getShort(long address) {
    return EVERYTHING.get(SHORT, address);
  }

  static int getInt(long address) {
    return EVERYTHING.get(INT, address);
  }

  static long getLong(long address) {
    return EVERYTHING.get(LONG, address);
  }

  static void putByte(long address, byte value) {
    EVERYTHING.set(ValueLayout.JAVA_BYTE, address, value);
  }

  static void putShort(long address, short value) {
    EVERYTHING.set(SHORT, address, value);
  }

  static void putInt(long address, int value) {
    EVERYTHING.set(INT, address, value);
  }

  static void putLong(long address, long value) {
    EVERYTHING.set(LONG, address, value);
  }
}
