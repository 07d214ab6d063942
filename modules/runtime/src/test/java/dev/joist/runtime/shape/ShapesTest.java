package dev.joist.runtime.shape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.joist.runtime.heap.Heap;
import dev.joist.runtime.heap.HeapOptions;
import dev.joist.runtime.heap.Marker;
import dev.joist.runtime.heap.ObjectTracer;
import dev.joist.spi.layout.CellKind;
import dev.joist.spi.value.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Shapes by themselves; keys are words that need no cells. */
class ShapesTest {
  private final Heap heap = new Heap(HeapOptions.withLimit(64 << 20), (address, bytes) -> {});
  private final Shapes shapes = new Shapes(heap);
  private final List<Shape> live = new ArrayList<>();

  ShapesTest() {
    heap.setObjectTracer(new ObjectTracer() {
      @Override
      public void beginMark() {
        shapes.beginMark();
      }

      @Override
      public void trace(long address, int kind, Marker marker) {}
    });
    heap.addRoots(marker -> live.forEach(shape -> shapes.mark(shape, marker)));
  }

  @AfterEach
  void close() {
    heap.close();
  }

  private static long key(int number) {
    return Values.opaque(number);
  }

  private Shape root() {
    return shapes.root(Values.NULL, CellKind.OBJECT, 3);
  }

  @Test
  void theSameHistoryLeadsToTheSameShape() {
    Shape a = shapes.add(shapes.add(root(), key(1), Attributes.ALL), key(2), Attributes.ALL);
    Shape b = shapes.add(shapes.add(root(), key(1), Attributes.ALL), key(2), Attributes.ALL);
    assertSame(a, b);
    assertSame(a, shapes.byId(a.id()));
    assertNotEquals(a, shapes.add(shapes.add(root(), key(2), Attributes.ALL), key(1), Attributes.ALL));
    assertNotEquals(a, shapes.add(shapes.add(root(), key(1), Attributes.ALL), key(2), Attributes.METHOD));
    assertNotEquals(root(), shapes.root(Values.NULL, CellKind.OBJECT, 4));
    assertNotEquals(root(), shapes.root(Values.NULL, CellKind.ARRAY, 3));
  }

  @Test
  void siblingsThatShareATableSeeOnlyTheirOwn() {
    Shape base = shapes.add(root(), key(1), Attributes.ALL);
    Shape first = shapes.add(base, key(2), Attributes.ALL);
    Shape second = shapes.add(base, key(3), Attributes.ALL);
    assertEquals(-1, base.find(key(2)));
    assertEquals(-1, first.find(key(3)));
    assertEquals(-1, second.find(key(2)));
    assertEquals(1, second.slot(second.find(key(3))));
  }

  @Test
  void removingTheLastPropertyGoesBack() {
    Shape one = shapes.add(root(), key(1), Attributes.ALL);
    Shape two = shapes.add(one, key(2), Attributes.ALL);
    assertSame(one, shapes.remove(two, two.find(key(2))));
    Shape dictionary = shapes.remove(two, two.find(key(1)));
    assertTrue(dictionary.isDictionary());
    assertEquals(1, dictionary.slot(dictionary.find(key(2))), "values stay in their slots");
  }

  @Test
  void aFunctionNeverGetsItsRootBack() {
    Shape lazy = shapes.root(Values.NULL, CellKind.FUNCTION, 3);
    assertTrue(lazy.isRoot());
    Shape one = shapes.add(lazy, key(1), Attributes.ALL);
    assertFalse(shapes.remove(one, 0).isRoot());
  }

  @Test
  void tooManyPropertiesOrWaysOutMakeADictionary() {
    Shape shape = root();
    for (int i = 0; i < Shapes.MOST_PROPERTIES; i++) {
      shape = shapes.add(shape, key(i), Attributes.ALL);
      assertFalse(shape.isDictionary());
    }
    assertTrue(shapes.add(shape, key(1000), Attributes.ALL).isDictionary());
    int dictionaries = 0;
    for (int i = 0; i < 3000; i++) {
      dictionaries += shapes.add(root(), key(5000 + i), Attributes.ALL).isDictionary() ? 1 : 0;
    }
    assertTrue(dictionaries > 1000, "one shape cannot have ways out without end");
  }

  @Test
  void restrictingKeepsOrderAndSlots() {
    Shape shape = shapes.add(shapes.add(root(), key(1), Attributes.ALL), key(2), Attributes.ALL);
    Shape frozen = shapes.restrict(shape, true);
    assertFalse(frozen.isExtensible());
    assertEquals(Attributes.ENUMERABLE, frozen.attributes(frozen.find(key(1))));
    assertEquals(1, frozen.slot(frozen.find(key(2))));
    assertSame(frozen, shapes.restrict(shape, true));
    Shape sealed = shapes.restrict(shape, false);
    assertEquals(Attributes.ENUMERABLE | Attributes.WRITABLE, sealed.attributes(0));
  }

  @Test
  void shapesOfNoObjectAreForgottenAndTheirIdsNeverUsedAgain() {
    Shape kept = shapes.add(root(), key(1), Attributes.ALL);
    Shape forgotten = shapes.add(shapes.root(Values.NULL, CellKind.OBJECT, 5), key(1), Attributes.ALL);
    Shape pinned = shapes.root(Values.NULL, CellKind.OBJECT, 7);
    shapes.pin(pinned);
    live.add(kept);
    heap.collect();
    assertSame(kept, shapes.byId(kept.id()));
    assertSame(kept, shapes.add(root(), key(1), Attributes.ALL));
    assertSame(pinned, shapes.root(Values.NULL, CellKind.OBJECT, 7));
    assertNull(shapes.byId(forgotten.id()));
    Shape again = shapes.add(shapes.root(Values.NULL, CellKind.OBJECT, 5), key(1), Attributes.ALL);
    assertTrue(again.id() > forgotten.id());
  }

  @Test
  void randomChangesAgreeWithALinkedHashMap() {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      Shape shape = seed % 5 == 0 ? shapes.newDictionary(Values.NULL, CellKind.OBJECT, 2) : root();
      Map<Long, Integer> model = new LinkedHashMap<>();
      Map<Long, Integer> slots = new LinkedHashMap<>();
      int names = seed % 2 == 0 ? 12 : 300;
      for (int step = 0; step < 500; step++) {
        long key = key(random.nextInt(names));
        int entry = shape.find(key);
        assertEquals(model.containsKey(key), entry >= 0);
        int attributes = random.nextInt(8);
        if (entry < 0) {
          shape = shapes.add(shape, key, attributes);
          model.put(key, attributes);
          int slot = shape.slot(shape.find(key));
          assertFalse(slots.containsValue(slot), "two properties in one slot");
          slots.put(key, slot);
        } else if (random.nextInt(3) == 0) {
          shape = shapes.remove(shape, entry);
          model.remove(key);
          slots.remove(key);
        } else {
          shape = shapes.withAttributes(shape, entry, attributes);
          model.put(key, attributes);
        }
        if (random.nextInt(100) == 0) {
          shape = shapes.toDictionary(shape);
        }
        check(shape, model, slots);
      }
    }
  }

  private static void check(Shape shape, Map<Long, Integer> model, Map<Long, Integer> slots) {
    assertEquals(model.size(), shape.propertyCount());
    Map<Long, Integer> found = new LinkedHashMap<>();
    for (int i = 0; i < shape.entryCount(); i++) {
      if (shape.key(i) != 0) {
        found.put(shape.key(i), shape.attributes(i));
        assertEquals(slots.get(shape.key(i)), shape.slot(i));
        assertTrue(shape.slot(i) < shape.slotCount());
      }
    }
    assertEquals(new ArrayList<>(model.entrySet()), new ArrayList<>(found.entrySet()));
  }
}
