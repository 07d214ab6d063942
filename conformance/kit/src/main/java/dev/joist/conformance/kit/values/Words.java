package dev.joist.conformance.kit.values;

import dev.joist.spi.layout.CellKind;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.value.ValueRepresentation;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Values to try a representation with: the edges of each kind, and some at random. Doubles that are heap cells lie in memory of its own. */
final class Words implements AutoCloseable {
  static final long CANONICAL_NAN = 0x7FF8_0000_0000_0000L;

  private static final int RANDOM_NUMBERS = 300;
  private static final int CELL_BYTES = 64;
  private static final int NUMBERS_BYTES = 1 << 16;

  private final ValueRepresentation values;
  private final Arena arena = Arena.ofConfined();
  private final MemorySegment cell = arena.allocate(CELL_BYTES, 16);
  private final MemorySegment numbers = arena.allocate(NUMBERS_BYTES, Layout.HEAP_NUMBER_BYTES);
  private long usedNumbers;

  Words(ValueRepresentation values) {
    this.values = values;
  }

  /** A double as a Value, in a heap cell of this object's if it needs one. */
  long box(double value) {
    return values.boxDouble(value, number -> {
      MemorySegment heapNumber = numbers.asSlice(usedNumbers, Layout.HEAP_NUMBER_BYTES);
      usedNumbers += Layout.HEAP_NUMBER_BYTES;
      heapNumber.set(ValueLayout.JAVA_LONG, 0, (long) CellKind.HEAP_NUMBER << 8 * Layout.CELL_KIND);
      heapNumber.set(ValueLayout.JAVA_DOUBLE, Layout.HEAP_NUMBER_VALUE, number);
      return heapNumber.address();
    });
  }

  /** Memory that is really there, 16-byte aligned. */
  MemorySegment cell() {
    return cell;
  }

  /** Where {@link #box} puts heap cells. */
  MemorySegment numbers() {
    return numbers;
  }

  static Set<Integer> int32s() {
    Set<Integer> ints = new LinkedHashSet<>();
    for (int shift = 0; shift < 32; shift++) {
      for (int delta = -1; delta <= 1; delta++) {
        ints.add((1 << shift) + delta);
        ints.add(-(1 << shift) + delta);
      }
    }
    return ints;
  }

  /** Without NaNs but the canonical one. */
  static Set<Double> doubles(Random random) {
    Set<Double> doubles = new LinkedHashSet<>();
    long[] edges = {0, 1, 0x000F_FFFF_FFFF_FFFFL, 0x0010_0000_0000_0000L, 0x3FF0_0000_0000_0000L, 0x7FEF_FFFF_FFFF_FFFFL, 0x41DF_FFFF_FFC0_0000L,
        0x41E0_0000_0000_0000L, 0x4330_0000_0000_0000L};
    for (long bits : edges) {
      doubles.add(Double.longBitsToDouble(bits));
      doubles.add(-Double.longBitsToDouble(bits));
      doubles.add(Double.longBitsToDouble(bits + 1));
    }
    doubles.add(Double.NEGATIVE_INFINITY);
    doubles.add(Double.NaN);
    for (int i = 0; i < RANDOM_NUMBERS; i++) {
      doubles.add(Double.longBitsToDouble(random.nextLong()));
    }
    return doubles;
  }

  /** Bits of NaNs of all signs and payloads; the first is canonical. */
  static List<Long> nans(Random random) {
    List<Long> nans = new ArrayList<>(List.of(CANONICAL_NAN, 0xFFF8_0000_0000_0000L, 0x7FF0_0000_0000_0001L, -1L, 0x7FFF_FFFF_FFFF_FFFFL));
    for (int i = 0; i < RANDOM_NUMBERS; i++) {
      nans.add(0x7FF0_0000_0000_0001L | random.nextLong());
    }
    return nans;
  }

  /** Addresses that a cell may have; there is nothing at them. */
  static List<Long> addresses() {
    List<Long> addresses = new ArrayList<>();
    for (long address = 8; address < 1L << 48; address = address * 2 + 8) {
      addresses.add(address);
    }
    addresses.add((1L << 48) - 8);
    return addresses;
  }

  static List<Long> payloads() {
    return List.of(0L, 1L, 0xFFFF_FFFF_FFFFL, 1L << 47, 0x1234_5678_9ABCL);
  }

  /** Undefined, null, true and false. */
  List<Long> primitives() {
    return List.of(values.undefined(), values.nullValue(), values.trueValue(), values.falseValue());
  }

  /** Of every kind of Value that compiled code may meet. */
  List<Long> all(Random random) {
    List<Long> words = new ArrayList<>(primitives());
    words.add(values.hole());
    int32s().forEach(i -> words.add(values.boxInt32(i)));
    doubles(random).forEach(d -> words.add(box(d)));
    addresses().forEach(address -> words.add(values.boxCell(address)));
    payloads().forEach(payload -> words.add(values.opaque(payload)));
    return words;
  }

  /** A few of every kind, for pairs. */
  List<Long> few() {
    return List.of(values.undefined(), values.falseValue(), values.boxInt32(0), values.boxInt32(-1), values.boxInt32(Integer.MIN_VALUE), box(0), box(-0.0),
        box(Double.NaN), box(Double.NEGATIVE_INFINITY), values.boxCell(8), values.boxCell((1L << 48) - 8), values.opaque(1));
  }

  @Override
  public void close() {
    arena.close();
  }
}
