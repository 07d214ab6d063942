package dev.joist.runtime.heap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SizeClassesTest {
  @Test
  void everySizeGetsTheSmallestClassThatHoldsIt() {
    for (int bytes = 1; bytes <= SizeClasses.LARGEST; bytes++) {
      int sizeClass = SizeClasses.of(bytes);
      assertTrue(SizeClasses.bytes(sizeClass) >= bytes, "class of " + bytes + " is too small");
      if (sizeClass > 0) {
        assertTrue(SizeClasses.bytes(sizeClass - 1) < bytes, "a smaller class holds " + bytes);
      }
    }
  }

  @Test
  void classesAreMultiplesOfTheGranuleAndWasteLittle() {
    for (int i = 0; i < SizeClasses.COUNT; i++) {
      assertEquals(0, SizeClasses.bytes(i) % SizeClasses.GRANULE);
    }
    assertEquals(16, SizeClasses.bytes(SizeClasses.of(1)));
    assertEquals(16, SizeClasses.bytes(SizeClasses.of(16)));
    assertEquals(32, SizeClasses.bytes(SizeClasses.of(17)));
    assertEquals(512, SizeClasses.bytes(SizeClasses.of(512)));
    assertEquals(640, SizeClasses.bytes(SizeClasses.of(513)));
    assertEquals(SizeClasses.LARGEST, SizeClasses.bytes(SizeClasses.COUNT - 1));
  }
}
