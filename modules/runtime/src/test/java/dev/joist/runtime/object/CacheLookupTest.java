package dev.joist.runtime.object;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.joist.runtime.memory.Memory;
import dev.joist.runtime.shape.Attributes;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.value.Values;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Plays an inline cache: what sites remember must never differ from what a full lookup finds. */
class CacheLookupTest {
  private final TestRuntime runtime = new TestRuntime();
  private final Objects objects = runtime.objects;
  private final Map<CacheLookup.Result, Integer> hits = new EnumMap<>(CacheLookup.Result.class);

  @AfterEach
  void close() {
    runtime.close();
  }

  /** A load site or a store site for one key, as machine code would use it. */
  private final class Site {
    private final long key;
    private final long shapeAddress = runtime.heap.allocateOutside(8);
    private CacheLookup.Result result = CacheLookup.Result.UNCACHEABLE;
    private int offset;
    private boolean inline;
    private long holder;
    private int newShape;

    Site(long key) {
      this.key = key;
    }

    private void remember(CacheLookup lookup) {
      result = lookup.result();
      offset = lookup.offset();
      inline = lookup.isInline();
      holder = lookup.holder();
      newShape = lookup.newShapeId();
      Memory.putInt(shapeAddress, 0);
      if (result != CacheLookup.Result.UNCACHEABLE) {
        Memory.putInt(shapeAddress, lookup.shapeId());
        lookup.watch(shapeAddress);
      }
    }

    private boolean hits(long cell) {
      int known = Memory.getInt(shapeAddress);
      return known != 0 && known == Memory.getInt(cell + Layout.CELL_SHAPE);
    }

    private long slotAddress(long cell) {
      return inline ? cell + offset : Memory.getLong(cell + Layout.OBJECT_SLOTS) + offset;
    }

    long load(long object) {
      long cell = Values.address(object);
      if (!hits(cell)) {
        remember(objects.lookupForLoad(object, key));
        return objects.get(object, key);
      }
      hits.merge(result, 1, Integer::sum);
      return switch (result) {
        case OWN -> Memory.getLong(slotAddress(cell));
        case PROTOTYPE -> Memory.getLong(slotAddress(Values.address(holder)));
        case ABSENT -> Values.UNDEFINED;
        case OWN_ACCESSOR, PROTOTYPE_ACCESSOR -> {
          long accessor = Memory.getLong(slotAddress(result == CacheLookup.Result.OWN_ACCESSOR ? cell : Values.address(holder)));
          assertTrue(Accessors.isAccessor(accessor));
          yield objects.get(object, key);
        }
        default -> throw new AssertionError(result);
      };
    }

    boolean store(long object, long value) {
      long cell = Values.address(object);
      if (!hits(cell)) {
        remember(objects.lookupForStore(object, key));
        return objects.set(object, key, value);
      }
      switch (result) {
        case OWN -> {
          hits.merge(result, 1, Integer::sum);
          Memory.putLong(slotAddress(cell), value);
          return true;
        }
        case ADD -> {
          long slots = Memory.getLong(cell + Layout.OBJECT_SLOTS);
          if (!inline && (slots == 0 || offset >= Layout.STORAGE_VALUES + 8 * Memory.getInt(slots + Layout.STORAGE_CAPACITY))) {
            return objects.set(object, key, value);
          }
          hits.merge(result, 1, Integer::sum);
          Memory.putLong(slotAddress(cell), value);
          Memory.putInt(cell + Layout.CELL_SHAPE, newShape);
          return true;
        }
        default -> {
          return objects.set(object, key, value);
        }
      }
    }
  }

  @Test
  void cachedAccessesAgreeWithFullLookups() {
    for (int seed = 0; seed < 30; seed++) {
      play(new Random(seed), "seed " + seed);
    }
    for (CacheLookup.Result kind : List.of(CacheLookup.Result.OWN, CacheLookup.Result.PROTOTYPE, CacheLookup.Result.ABSENT, CacheLookup.Result.ADD,
        CacheLookup.Result.OWN_ACCESSOR, CacheLookup.Result.PROTOTYPE_ACCESSOR)) {
      assertTrue(hits.getOrDefault(kind, 0) >= 10, () -> "too few hits to prove anything: " + hits);
    }
  }

  private void play(Random random, String seed) {
    List<Long> cells = new ArrayList<>();
    runtime.heap.addRoots(marker -> cells.forEach(marker::mark));
    for (int i = 0; i < 12; i++) {
      cells.add(i < 3 ? objects.factory().newPlain(Values.NULL) : objects.factory().newPlain(cells.get(random.nextInt(i))));
    }
    long[] keys = new long[14];
    List<Site> loads = new ArrayList<>();
    List<Site> stores = new ArrayList<>();
    for (int i = 0; i < keys.length; i++) {
      keys[i] = runtime.strings.permanentKey("k" + i);
      loads.add(new Site(keys[i]));
      stores.add(new Site(keys[i]));
    }
    long getter = runtime.getter(receiver -> Values.int32(-5));
    for (int step = 0; step < 4000; step++) {
      int at = step % 50 == 0 ? random.nextInt(3) : 3 + random.nextInt(9);
      long object = cells.get(at);
      int k = Math.min(random.nextInt(keys.length), random.nextInt(keys.length));
      String what = seed + ", step " + step;
      // Upheaval is rare, else nothing would ever be cached; fresh objects are not.
      switch (random.nextInt(40) == 0 ? random.nextInt(5) : 3 + random.nextInt(21)) {
        case 0 -> objects.delete(object, keys[k]);
        case 1 -> {
          if (random.nextInt(4) == 0) {
            objects.setPrototype(object, random.nextBoolean() ? Values.NULL : cells.get(random.nextInt(12)));
          }
        }
        case 2 -> {
          if (random.nextInt(3) == 0) {
            objects.defineOwnProperty(object, keys[k], PropertyDescriptor.accessor(getter, Values.UNDEFINED, Attributes.ALL));
          } else {
            objects.defineOwnProperty(object, keys[k], PropertyDescriptor.data(Values.int32(step), random.nextInt(8) | Attributes.CONFIGURABLE));
          }
        }
        case 3 -> {
          cells.set(at, objects.factory().newPlain(cells.get(random.nextInt(3))));
        }
        case 4 -> {
          if (random.nextInt(200) == 0) {
            objects.preventExtensions(object);
          }
        }
        case 5, 6, 7, 8, 9 -> {
          long before = objects.get(object, keys[k]);
          boolean done = stores.get(k).store(object, Values.int32(step));
          assertEquals(done ? Values.int32(step) : before, objects.get(object, keys[k]), what);
          assertEquals(!done || objects.hasOwnProperty(object, keys[k]), true, what);
        }
        default -> assertEquals(objects.get(object, keys[k]), loads.get(k).load(object), what);
      }
    }
  }

  @Test
  void lengthOfArraysAndLazyFunctionPropertiesAreCacheable() {
    long array = runtime.root(objects.factory().newArray(3));
    assertEquals(CacheLookup.Result.ARRAY_LENGTH, objects.lookupForLoad(array, runtime.key("length")).result());
    long function = runtime.function();
    assertEquals(CacheLookup.Result.OWN, objects.lookupForLoad(function, runtime.key("prototype")).result());
    assertEquals(CacheLookup.Result.ABSENT, objects.lookupForLoad(runtime.function(), runtime.key("call")).result());
  }

  @Test
  void methodsOfAClassAreCachedOnTheirHolder() {
    long prototype = runtime.plain();
    objects.createDataProperty(prototype, runtime.key("m"), Values.TRUE, Attributes.METHOD);
    long object = runtime.root(objects.factory().newPlain(prototype));
    CacheLookup lookup = objects.lookupForLoad(object, runtime.key("m"));
    assertEquals(CacheLookup.Result.PROTOTYPE, lookup.result());
    assertEquals(prototype, lookup.holder());
    assertEquals(Values.TRUE, Memory.getLong(Values.address(prototype) + lookup.offset()));
  }

  @Test
  void nothingIsCachedThroughAPrototypeThatKeepsChanging() {
    long prototype = runtime.plain();
    objects.set(prototype, runtime.key("m"), Values.TRUE);
    long object = runtime.root(objects.factory().newPlain(prototype));
    long site = runtime.heap.allocateOutside(8);
    for (int i = 0; i < 8; i++) {
      CacheLookup lookup = objects.lookupForLoad(object, runtime.key("m"));
      assertEquals(CacheLookup.Result.PROTOTYPE, lookup.result());
      lookup.watch(site);
      Memory.putInt(site, lookup.shapeId());
      objects.set(prototype, runtime.key("n" + i), Values.TRUE);
      assertEquals(0, Memory.getInt(site));
    }
    assertEquals(CacheLookup.Result.UNCACHEABLE, objects.lookupForLoad(object, runtime.key("m")).result());
  }

  @Test
  void changesOfPrototypesThatNoSiteReliesOnClearNothing() {
    long relied = runtime.plain();
    objects.set(relied, runtime.key("m"), Values.TRUE);
    long object = runtime.root(objects.factory().newPlain(relied));
    long other = runtime.plain();
    runtime.root(objects.factory().newPlain(other));
    long site = runtime.heap.allocateOutside(8);
    CacheLookup lookup = objects.lookupForLoad(object, runtime.key("m"));
    lookup.watch(site);
    Memory.putInt(site, lookup.shapeId());
    objects.set(other, runtime.key("x"), Values.TRUE);
    objects.set(relied, runtime.key("m"), Values.FALSE);
    assertEquals(lookup.shapeId(), Memory.getInt(site), "a value that changes is read from its slot");
    objects.delete(relied, runtime.key("m"));
    assertEquals(0, Memory.getInt(site));
  }
}
