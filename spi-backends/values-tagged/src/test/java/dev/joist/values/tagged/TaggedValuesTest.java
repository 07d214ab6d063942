package dev.joist.values.tagged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.joist.spi.layout.Layout;
import dev.joist.spi.value.ValueRepresentation;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.LinkedHashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The laws of a value representation, over the edges of the encoding and random words. */
class TaggedValuesTest {
  private static final long CANONICAL_NAN = 0x7FF8_0000_0000_0000L;

  private final TaggedValues values = new TaggedValues();
  private final Arena arena = Arena.ofConfined();
  private final ValueRepresentation.HeapNumbers cells = value -> {
    MemorySegment cell = arena.allocate(Layout.HEAP_NUMBER_BYTES, Layout.HEAP_NUMBER_BYTES);
    cell.set(ValueLayout.JAVA_DOUBLE, Layout.HEAP_NUMBER_VALUE, value);
    return cell.address();
  };

  @AfterEach
  void free() {
    arena.close();
  }

  private static Set<Double> interestingDoubles() {
    Set<Double> doubles = new LinkedHashSet<>();
    long[] bits = {0, 1, 0x000F_FFFF_FFFF_FFFFL, 0x0010_0000_0000_0000L, 0x3FF0_0000_0000_0000L, 0x7FEF_FFFF_FFFF_FFFFL,
        0x7FF0_0000_0000_0000L, CANONICAL_NAN, 0x41DF_FFFF_FFC0_0000L, 0x41E0_0000_0000_0000L, 0x4330_0000_0000_0000L};
    for (long b : bits) {
      doubles.add(Double.longBitsToDouble(b));
      doubles.add(-Double.longBitsToDouble(b));
      doubles.add(Double.longBitsToDouble(b + 1));
    }
    Random random = new Random(20261122);
    for (int i = 0; i < 10_000; i++) {
      doubles.add(Double.longBitsToDouble(random.nextLong()));
    }
    return doubles;
  }

  private static Set<Integer> interestingInts() {
    Set<Integer> ints = new LinkedHashSet<>();
    for (int shift = 0; shift < 32; shift++) {
      for (int delta = -1; delta <= 1; delta++) {
        ints.add((1 << shift) + delta);
        ints.add(-(1 << shift) + delta);
      }
    }
    return ints;
  }

  private int kindsOf(long word) {
    int kinds = 0;
    kinds += values.isInt32(word) ? 1 : 0;
    kinds += values.isDouble(word) ? 1 : 0;
    kinds += values.isCell(word) ? 1 : 0;
    return kinds;
  }

  @Test
  void everyInt32ComesBackAndIsNothingElse() {
    for (int i : interestingInts()) {
      long word = values.boxInt32(i);
      assertTrue(values.isInt32(word));
      assertEquals(1, kindsOf(word), () -> Long.toHexString(word));
      assertEquals(i, values.unboxInt32(word));
      assertEquals(Integer.toUnsignedLong(i), word & 0x0000_FFFF_FFFF_FFFFL, "bits 32 to 47 are zero");
    }
  }

  @Test
  void everyDoubleComesBackBitByBitAndIsNothingElse() {
    for (double d : interestingDoubles()) {
      long word = values.boxDouble(d, cells);
      assertTrue(values.isDouble(word));
      assertEquals(1, kindsOf(word), () -> Long.toHexString(word));
      assertEquals(Double.doubleToLongBits(d), Double.doubleToRawLongBits(values.unboxDouble(word)));
      assertNotEquals(0, word);
    }
  }

  @Test
  void minusZeroIsKept() {
    assertEquals(Long.MIN_VALUE, Double.doubleToRawLongBits(values.unboxDouble(values.boxDouble(-0.0, cells))));
  }

  @Test
  void everyNaNIsMadeCanonical() {
    Random random = new Random(7);
    for (int i = 0; i < 1000; i++) {
      double nan = Double.longBitsToDouble(0xFFF0_0000_0000_0001L | random.nextLong());
      long word = values.boxDouble(nan, cells);
      assertEquals(CANONICAL_NAN, Double.doubleToRawLongBits(values.unboxDouble(word)));
    }
  }

  @Test
  void cellsAreTheirAddresses() {
    for (long address = 8; address < 1L << 48; address = address * 2 + 8) {
      long word = values.boxCell(address);
      assertTrue(values.isCell(word));
      assertEquals(1, kindsOf(word));
      assertEquals(address, values.cellAddress(word));
    }
  }

  @Test
  void immediatesDifferFromEverythingElse() {
    long[] immediates = {values.undefined(), values.nullValue(), values.trueValue(), values.falseValue(), values.hole()};
    Set<Long> distinct = new LinkedHashSet<>();
    for (long word : immediates) {
      assertEquals(0, kindsOf(word));
      assertTrue(distinct.add(word));
      assertNotEquals(0, word);
    }
    assertEquals(1, Long.bitCount(values.undefined() ^ values.nullValue()), "one mask tells both from all others");
    assertEquals(1, values.trueValue() ^ values.falseValue(), "bit 0 is the boolean");
  }

  @Test
  void opaqueWordsKeep48Bits() {
    for (long payload : new long[] {0, 1, 0xFFFF_FFFF_FFFFL, 1L << 47, 0x1234_5678_9ABCL}) {
      long word = values.opaque(payload);
      assertNotEquals(0, word);
      assertEquals(0, kindsOf(word));
      assertFalse(values.isCell(word));
      assertEquals(payload, values.opaquePayload(word));
    }
  }

  @Test
  void heapNumbersArePointersButNoCells() {
    long word = values.boxDouble(0.5, cells);
    assertTrue(values.isPointer(word));
    assertFalse(values.isCell(word));
    assertEquals(0, values.cellAddress(word) % 16);
  }
}
