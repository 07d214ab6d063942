package dev.joist.host.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.joist.host.simulator.AddressSpace.Access;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Which addresses are owned; no memory is touched. */
class AddressSpaceTest {
  private final AddressSpace space = new AddressSpace(new InstructionCache());

  private boolean loads(long address, int size) {
    try {
      assertEquals(address, space.load(AddressSpace.NO_BASE, address, size));
      return true;
    } catch (Signal signal) {
      assertEquals(FaultKind.ACCESS_OUTSIDE, signal.kind);
      assertEquals(address, signal.address);
      return false;
    }
  }

  @Test
  void nothingIsOwnedAtFirst() {
    for (long address : new long[] {0, 1, 100, -1, -16, Long.MAX_VALUE, Long.MIN_VALUE}) {
      for (int size : new int[] {1, 8, 16}) {
        assertFalse(loads(address, size));
      }
    }
  }

  @Test
  void anAccessMustLieInOneRange() {
    space.add(1000, 20, Access.READ_WRITE);
    assertTrue(loads(1000, 16));
    assertTrue(loads(1004, 16));
    assertFalse(loads(1005, 16));
    assertFalse(loads(999, 1));
    assertTrue(loads(1019, 1));
    assertFalse(loads(1020, 1));
  }

  @Test
  void rangesThatTouchBecomeOne() {
    space.add(1000, 8, Access.READ_WRITE);
    space.add(1016, 8, Access.READ_WRITE);
    assertFalse(loads(1004, 16));
    space.add(1008, 8, Access.READ_WRITE);
    assertTrue(loads(1004, 16));
  }

  @Test
  void rangesSmallerThanAnAccessAreNotMistaken() {
    space.add(1000, 4, Access.READ_WRITE);
    assertTrue(loads(1000, 4));
    for (long address = 980; address < 1020; address++) {
      assertFalse(loads(address, 8), "at " + address);
    }
  }

  @Test
  void declaringAgainChangesNothingButConflictsAreRefused() {
    space.add(1000, 100, Access.READ_WRITE);
    space.add(1050, 100, Access.READ_WRITE);
    space.add(1000, 100, Access.READ_WRITE);
    assertTrue(loads(1142, 8));
    assertThrows(IllegalArgumentException.class, () -> space.add(1100, 8, Access.READ_ONLY));
    assertThrows(IllegalArgumentException.class, () -> space.add(0, 8, Access.READ_WRITE));
    assertThrows(IllegalArgumentException.class, () -> space.add(1000, 0, Access.READ_WRITE));
    assertThrows(IllegalArgumentException.class, () -> space.add(Long.MAX_VALUE, 8, Access.READ_WRITE));
    assertThrows(IllegalArgumentException.class, () -> space.remove(990, 20));
  }

  @Test
  void agreesWithAMapOfBytes() {
    Random random = new Random(7);
    boolean[] owned = new boolean[4096];
    for (int step = 0; step < 3000; step++) {
      int start = 1 + random.nextInt(4000);
      int size = 1 + random.nextInt(Math.min(90, 4096 - start));
      if (random.nextBoolean()) {
        space.add(start, size, Access.READ_WRITE);
        java.util.Arrays.fill(owned, start, start + size, true);
      } else if (all(owned, start, size)) {
        space.remove(start, size);
        java.util.Arrays.fill(owned, start, start + size, false);
      }
      for (int probe = 0; probe < 10; probe++) {
        int address = random.nextInt(4090);
        int bytes = 1 << random.nextInt(4);
        boolean expected = address + bytes <= 4096 && all(owned, address, bytes);
        assertEquals(expected, loads(address, bytes));
        assertEquals(expected, space.owns(address, bytes));
      }
    }
  }

  private static boolean all(boolean[] owned, int start, int size) {
    for (int i = start; i < start + size; i++) {
      if (!owned[i]) {
        return false;
      }
    }
    return true;
  }

  @Test
  void anOverflowOfTheStackIsTold() {
    space.add(0x20000, 0x1000, Access.READ_WRITE);
    space.stack(0x20000);
    assertEquals(0x20ff0, space.store(CpuState.SP, 0x20ff0, 16));
    assertEquals(FaultKind.STACK_OVERFLOW, kindOf(CpuState.SP, 0x1fff8));
    assertEquals(FaultKind.ACCESS_OUTSIDE, kindOf(CpuState.SP, 0x21000));
    assertEquals(FaultKind.ACCESS_OUTSIDE, kindOf(5, 0x1fff8));
  }

  private FaultKind kindOf(int base, long address) {
    return assertThrows(Signal.class, () -> space.load(base, address, 8)).kind;
  }
}
