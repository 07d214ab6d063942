package dev.joist.runtime.memory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Runs with {@value Memory#CHECKED_PROPERTY}, as all tests of the runtime do. */
class MemoryTest {
  private final NativeMemory memory = new NativeMemory();
  private final long address = memory.allocate(64, 16);

  @AfterEach
  void close() {
    memory.close();
  }

  @Test
  void newMemoryIsZeroAndAligned() {
    assertEquals(0, address % 16);
    for (int i = 0; i < 64; i += 8) {
      assertEquals(0, Memory.getLong(address + i));
    }
  }

  @Test
  void eachWidthReadsBackWhatItWrote() {
    Memory.putLong(address, 0x8877_6655_4433_2211L);
    assertEquals(0x8877_6655_4433_2211L, Memory.getLong(address));
    assertEquals(0x4433_2211, Memory.getInt(address));
    assertEquals(0x8877_6655L, Memory.getUnsignedInt(address + 4));
    assertEquals(0x8877, Memory.getChar(address + 6));
    assertEquals(0x88, Memory.getByte(address + 7));
    Memory.putByte(address + 7, 0x1FF);
    Memory.putChar(address, 0x1_ABCD);
    Memory.putInt(address + 2, -1);
    assertEquals(0xFF77_FFFF_FFFF_ABCDL, Memory.getLong(address));
    Memory.putDouble(address + 8, -0.0);
    assertEquals(Long.MIN_VALUE, Memory.getLong(address + 8));
    assertEquals(1.5, roundTrip(1.5));
  }

  private double roundTrip(double value) {
    Memory.putDouble(address, value);
    return Memory.getDouble(address);
  }

  @Test
  void bulkOperations() {
    Memory.copyIn(new byte[] {1, 2, 3, 4, 5}, 1, address, 3);
    byte[] bytes = new byte[4];
    Memory.copyOut(address, bytes, 1, 3);
    assertArrayEquals(new byte[] {0, 2, 3, 4}, bytes);
    Memory.copyIn(new char[] {'a', '\uFFFF'}, 0, address + 8, 2);
    char[] chars = new char[2];
    Memory.copyOut(address + 8, chars, 0, 2);
    assertArrayEquals(new char[] {'a', '\uFFFF'}, chars);
    Memory.copy(address, address + 1, 3);
    assertEquals(2, Memory.getByte(address + 1));
    assertEquals(4, Memory.getByte(address + 3));
    Memory.fill(address, 16, 0xAB);
    assertEquals(0xABAB_ABAB_ABAB_ABABL, Memory.getLong(address + 8));
    Memory.fillLongs(address + 16, 3, 7);
    assertEquals(7, Memory.getLong(address + 32));
    assertEquals(0, Memory.getLong(address + 40));
    assertEquals(-1, Memory.mismatch(address, address + 8, 8));
    assertEquals(0, Memory.mismatch(address, address + 16, 8));
  }

  @Test
  void strayAccessesAreFoundInCheckedRuns() {
    assertEquals("true", System.getProperty(Memory.CHECKED_PROPERTY), "the build sets it for these tests");
    assertThrows(IllegalStateException.class, () -> Memory.getLong(0));
    assertThrows(IllegalStateException.class, () -> Memory.putLong(address + 60, 1));
    assertThrows(IllegalStateException.class, () -> Memory.getByte(address + 64));
    IllegalStateException error = assertThrows(IllegalStateException.class, () -> Memory.getInt(0xDEAD_DEAD_DEA8L));
    assertTrue(error.getMessage().contains("0xdeaddeaddea8"), error.getMessage());
  }

  @Test
  void memoryThatCannotBeHadIsNoError() {
    assertEquals(0, memory.allocate(1L << 60, 16));
  }
}
