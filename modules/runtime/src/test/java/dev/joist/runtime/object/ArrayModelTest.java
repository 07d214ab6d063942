package dev.joist.runtime.object;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.joist.runtime.heap.HeapExhausted;
import dev.joist.runtime.heap.HeapOptions;
import dev.joist.runtime.shape.Attributes;
import dev.joist.spi.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Arrays against ECMAScript's text told in the plainest way: a sorted map and a length. */
class ArrayModelTest {
  private final TestRuntime runtime = new TestRuntime();
  private final Objects objects = runtime.objects;

  @AfterEach
  void close() {
    runtime.close();
  }

  private static final class Model {
    record Property(int value, int attributes) {}

    final TreeMap<Long, Property> elements = new TreeMap<>();
    long length;
    boolean lengthWritable = true;
    boolean extensible = true;

    boolean define(long index, Integer value, int attributesPresent, int attributes) {
      if (index >= length && !lengthWritable) {
        return false;
      }
      Property old = elements.get(index);
      if (old == null) {
        if (!extensible) {
          return false;
        }
        elements.put(index, new Property(value == null ? -1 : value, attributes));
        length = Math.max(length, index + 1);
        return true;
      }
      int merged = old.attributes & ~attributesPresent | attributes;
      if ((old.attributes & Attributes.CONFIGURABLE) == 0) {
        if ((merged & Attributes.CONFIGURABLE) != 0 || ((merged ^ old.attributes) & Attributes.ENUMERABLE) != 0) {
          return false;
        }
        if ((old.attributes & Attributes.WRITABLE) == 0 && ((merged & Attributes.WRITABLE) != 0 || value != null && value != old.value)) {
          return false;
        }
      }
      elements.put(index, new Property(value == null ? old.value : value, merged));
      return true;
    }

    boolean set(long index, int value) {
      Property old = elements.get(index);
      if (old == null) {
        return define(index, value, Attributes.ALL, Attributes.ALL);
      }
      return (old.attributes & Attributes.WRITABLE) != 0 && define(index, value, 0, 0);
    }

    boolean delete(long index) {
      Property old = elements.get(index);
      if (old != null && (old.attributes & Attributes.CONFIGURABLE) == 0) {
        return false;
      }
      elements.remove(index);
      return true;
    }

    boolean setLength(long newLength) {
      if (!lengthWritable) {
        return newLength == length;
      }
      while (length > newLength) {
        Map.Entry<Long, Property> last = elements.lastEntry();
        if (last == null || last.getKey() < newLength) {
          break;
        }
        if ((last.getValue().attributes & Attributes.CONFIGURABLE) == 0) {
          length = last.getKey() + 1;
          return false;
        }
        elements.remove(last.getKey());
      }
      length = newLength;
      return true;
    }
  }

  private static long randomIndex(Random random, Model model) {
    return switch (random.nextInt(12)) {
      case 0 -> random.nextInt(5000);
      case 1 -> 4_294_967_294L - random.nextInt(3);
      case 2, 3, 4 -> Math.min(model.length, 4_294_967_294L);
      default -> random.nextInt(24);
    };
  }

  @Test
  void randomOperationsAgreeWithTheModel() {
    for (int seed = 0; seed < 120; seed++) {
      Random random = new Random(seed);
      Model model = new Model();
      model.length = random.nextInt(3) == 0 ? random.nextInt(100) : 0;
      long array = runtime.root(objects.factory().newArray(model.length));
      boolean tame = seed % 3 == 0;
      for (int step = 0; step < 400; step++) {
        long index = tame ? random.nextInt(40) : randomIndex(random, model);
        int value = random.nextInt(1000);
        String what = "seed " + seed + ", step " + step;
        switch (random.nextInt(tame ? 9 : 13)) {
          case 0, 1, 2, 3, 4 -> assertEquals(model.set(index, value), objects.setIndex(array, index, Values.int32(value)), what);
          case 5, 6 -> assertEquals(model.delete(index), objects.delete(array, TestRuntime.index(index)), what);
          case 7 -> {
            long newLength = random.nextInt(8) == 0 ? random.nextLong(1L << 32) : random.nextInt(60);
            if (model.lengthWritable) {
              boolean expected = model.setLength(newLength);
              boolean done = objects.set(array, runtime.key("length"), Values.number(newLength, runtime.heap));
              assertEquals(expected, done, what);
            }
          }
          case 8 -> {
            if (random.nextInt(10) == 0) {
              runtime.heap.collect();
            }
          }
          case 9, 10 -> {
            int attributes = random.nextInt(4) == 0 ? random.nextInt(8) : Attributes.ALL;
            boolean expected = model.define(index, value, Attributes.ALL, attributes);
            assertEquals(expected, objects.defineOwnProperty(array, TestRuntime.index(index), PropertyDescriptor.data(Values.int32(value), attributes)), what);
          }
          case 11 -> {
            int attribute = 1 << random.nextInt(3);
            boolean on = random.nextBoolean();
            if (random.nextInt(6) == 0 && model.elements.containsKey(index)) {
              boolean expected = model.define(index, null, attribute, on ? attribute : 0);
              assertEquals(expected, objects.defineOwnProperty(array, TestRuntime.index(index), new PropertyDescriptor().setAttribute(attribute, on)), what);
            }
          }
          default -> {
            if (random.nextInt(40) == 0) {
              restrict(random.nextInt(4), array, model);
            }
          }
        }
        if (step % 16 == 0) {
          check(what, array, model);
        }
      }
      check("seed " + seed, array, model);
    }
  }

  private void restrict(int how, long array, Model model) {
    switch (how) {
      case 0 -> {
        objects.preventExtensions(array);
        model.extensible = false;
      }
      case 1 -> {
        objects.defineOwnProperty(array, runtime.key("length"), new PropertyDescriptor().setAttribute(Attributes.WRITABLE, false));
        model.lengthWritable = false;
      }
      default -> {
        boolean frozen = how == 3;
        objects.integrity().restrict(array, frozen);
        model.extensible = false;
        model.lengthWritable &= !frozen;
        model.elements.replaceAll((index, old) -> new Model.Property(old.value,
            old.attributes & ~(frozen ? Attributes.CONFIGURABLE | Attributes.WRITABLE : Attributes.CONFIGURABLE)));
      }
    }
  }

  private void check(String what, long array, Model model) {
    assertEquals(model.length, Objects.arrayLength(array), what);
    assertEquals(model.extensible, objects.isExtensible(array), what);
    List<String> keys = new ArrayList<>();
    model.elements.keySet().forEach(index -> keys.add(Long.toString(index)));
    keys.add("length");
    assertEquals(keys, runtime.texts(objects.ownKeys(array)), what);
    model.elements.forEach((index, property) -> {
      assertEquals(Values.int32(property.value), objects.getIndex(array, index), what);
      assertEquals(property.attributes, objects.ownAttributes(array, TestRuntime.index(index)), what + ", index " + index);
    });
    for (int i = 0; i < 50; i++) {
      assertEquals(model.elements.containsKey((long) i), objects.hasProperty(array, TestRuntime.index(i)), what);
    }
    assertEquals(model.lengthWritable ? Attributes.WRITABLE : 0, objects.ownAttributes(array, runtime.key("length")), what);
    assertEquals(!model.extensible && model.elements.values().stream().noneMatch(p -> (p.attributes & Attributes.CONFIGURABLE) != 0),
        objects.integrity().test(array, false), what);
  }

  @Test
  void lengthsThatAreNoUint32AreRangeErrors() {
    long array = runtime.root(objects.factory().newArray(3));
    for (double length : new double[] {-1, 1.5, 0x1p32, Double.NaN, Double.POSITIVE_INFINITY}) {
      IllegalArgumentException error = assertThrows(IllegalArgumentException.class,
          () -> objects.set(array, runtime.key("length"), Values.number(length, runtime.heap)));
      assertEquals("RangeError: Invalid array length", error.getMessage());
    }
    assertTrue(objects.set(array, runtime.key("length"), runtime.string("2")));
    assertEquals(2, Objects.arrayLength(array));
    assertTrue(objects.set(array, runtime.key("length"), Values.number(-0.0, runtime.heap)));
    assertTrue(objects.set(array, runtime.key("length"), Values.number(4294967295.0, runtime.heap)));
    assertEquals(4_294_967_295L, Objects.arrayLength(array));
  }

  @Test
  void anElementFarBehindTheOthersTakesNoRoomBetween() {
    long array = runtime.root(objects.factory().newArray(0));
    for (int i = 0; i < 10; i++) {
      objects.push(array, Values.int32(i));
    }
    long before = runtime.heap.statistics().bytesAllocated();
    assertTrue(objects.setIndex(array, 100_000_000, Values.TRUE));
    assertTrue(runtime.heap.statistics().bytesAllocated() - before < 1000);
    assertEquals(Values.int32(9), objects.getIndex(array, 9));
    assertEquals(Values.TRUE, objects.getIndex(array, 100_000_000));
  }

  @Test
  void sparseElementsCountAgainstTheHeapLimit() {
    try (TestRuntime small = new TestRuntime(HeapOptions.withLimit(4 << 20))) {
      long array = small.root(small.objects.factory().newArray(0));
      HeapExhausted error = assertThrows(HeapExhausted.class, () -> {
        for (long i = 0; i < 10_000_000; i++) {
          small.objects.setIndex(array, i * 400 % 4_000_000_007L, Values.TRUE);
          if (small.heap.isCollectionWanted()) {
            small.heap.safepoint();
          }
        }
      });
      assertEquals("Out of memory: heap limit of 4 MiB reached", error.getMessage());
    }
  }

  @Test
  void anArrayMadeWithALengthMayBeFilledFromTheEnd() {
    long array = runtime.root(objects.factory().newArray(200_000));
    for (int i = 199_999; i >= 0; i--) {
      objects.setIndex(array, i, Values.int32(i));
    }
    assertEquals(200_000, Elements.capacity(Elements.storage(Values.address(array))));
    for (int i = 0; i < 200_000; i++) {
      assertEquals(Values.int32(i), objects.getIndex(array, i));
    }
  }

  @Test
  void pushingGrowsGeometrically() {
    long array = runtime.root(objects.factory().newArray(0));
    for (int i = 0; i < 100_000; i++) {
      objects.push(array, Values.int32(i));
    }
    assertEquals(100_000, Objects.arrayLength(array));
    assertTrue(runtime.heap.statistics().bytesAllocated() < 8 * 100_000 * 5);
    objects.pushHole(array);
    assertEquals(100_001, Objects.arrayLength(array));
    assertFalse(objects.hasOwnProperty(array, TestRuntime.index(100_000)));
  }

  @Test
  void holesShowThePrototype() {
    objects.setIndex(runtime.arrayPrototype, 1, Values.TRUE);
    long array = runtime.root(objects.factory().newArray(3));
    assertEquals(Values.TRUE, objects.getIndex(array, 1));
    assertEquals(Values.UNDEFINED, objects.getIndex(array, 2));
    objects.setIndex(array, 1, Values.FALSE);
    assertEquals(Values.FALSE, objects.getIndex(array, 1));
  }
}
