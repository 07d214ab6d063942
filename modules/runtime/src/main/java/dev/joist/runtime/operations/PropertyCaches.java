package dev.joist.runtime.operations;

import dev.joist.runtime.heap.Heap;
import dev.joist.runtime.memory.Memory;
import dev.joist.runtime.object.Accessors;
import dev.joist.runtime.object.CacheLookup;
import dev.joist.runtime.object.Objects;
import dev.joist.runtime.string.Strings;
import dev.joist.runtime.vm.Intrinsic;
import dev.joist.runtime.vm.StubCache;
import dev.joist.runtime.vm.Vm;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.layout.PropertyKind;
import dev.joist.spi.value.Values;

/** Property access through a PROPERTY site, in Java; what it learns is there for compiled code too. */
public final class PropertyCaches {
  private PropertyCaches() {}

  /** object.key: a hit in the object's own cell. Others are {@link #load}'s. */
  public static long get(Vm vm, long site, long object, int keyConstant) {
    if (Values.isCell(object)) {
      long cell = Values.address(object);
      if (Memory.getInt(cell + Layout.CELL_SHAPE) == Memory.getInt(site + Layout.SITE_KEY)) {
        return Memory.getLong(cell + Memory.getLong(site + Layout.SITE_WORD1));
      }
    }
    return load(vm, site, object, keyConstant);
  }

  private static long load(Vm vm, long site, long object, int keyConstant) {
    long key = vm.function().key(keyConstant);
    if (Objects.isObject(object)) {
      long cell = Values.address(object);
      long facts = PropertyFacts.find(vm, site, Memory.getInt(cell + Layout.CELL_SHAPE));
      if (facts != 0) {
        return loadBy(vm, facts, object, cell);
      }
      PropertyFacts.learn(vm, site, vm.objects().lookupForLoad(object, key), key, StubCache.LOAD);
    } else if (Strings.isString(object) && key != vm.names().length) {
      return loadOfString(vm, site, object, key);
    }
    return PropertyAccess.get(vm, object, key);
  }

  /** A method, most often. */
  private static long loadOfString(Vm vm, long site, long string, long key) {
    long facts = PropertyFacts.find(vm, site, Layout.STRING_SHAPE);
    if (facts != 0) {
      return loadBy(vm, facts, string, Values.address(string));
    }
    CacheLookup found = vm.objects().lookupForLoadOfString(vm.realm(Intrinsic.STRING_PROTOTYPE), key);
    if (found.result() == CacheLookup.Result.PROTOTYPE) {
      PropertyFacts.learn(vm, site, found, key, StubCache.LOAD);
    }
    return PropertyAccess.get(vm, string, key);
  }

  /**
   * object[key] by the stub cache, where compiled code finds what was found here. It knows objects' own properties only: programs that use an object as a table
   * ask for all sorts of keys that are not there.
   *
   * @param key no index
   */
  static long getKeyed(Vm vm, long object, long key) {
    long cell = Values.address(object);
    long facts = vm.stubCache().find(Memory.getInt(cell + Layout.CELL_SHAPE), Values.address(key) + StubCache.LOAD);
    if (facts != 0) {
      return loadBy(vm, facts, object, cell);
    }
    PropertyFacts.learnOwn(vm, vm.objects().lookupForLoad(object, key), Values.address(key) + StubCache.LOAD);
    return PropertyAccess.get(vm, object, key);
  }

  /** object[key] = value, likewise. */
  static void setKeyed(Vm vm, long object, long key, long value, boolean strict) {
    long cell = Values.address(object);
    long facts = vm.stubCache().find(Memory.getInt(cell + Layout.CELL_SHAPE), Values.address(key) + StubCache.STORE);
    if (facts == 0) {
      PropertyFacts.learnOwn(vm, vm.objects().lookupForStore(object, key), Values.address(key) + StubCache.STORE);
    } else if (storeBy(vm, facts, object, cell, value)) {
      return;
    }
    PropertyAccess.set(vm, object, key, value, strict);
  }

  /** A property by what is known of it. */
  static long loadBy(Vm vm, long facts, long object, long cell) {
    int kind = PropertyKind.kind(Memory.getInt(facts + Layout.SITE_KEY));
    return switch (kind) {
      case PropertyKind.ABSENT -> Values.UNDEFINED;
      case PropertyKind.ARRAY_LENGTH -> vm.number(Memory.getUnsignedInt(cell + Layout.ARRAY_LENGTH));
      default -> {
        long value = Memory.getLong(slot(facts, kind, cell));
        yield kind < PropertyKind.ACCESSOR ? value : callGetter(vm, value, object);
      }
    };
  }

  private static long callGetter(Vm vm, long accessor, long object) {
    long getter = Accessors.getter(accessor);
    return getter == Values.UNDEFINED ? Values.UNDEFINED : vm.call(getter, object);
  }

  /** The address of the slot that facts of the first four kinds, accessors or not, tell of. */
  private static long slot(long facts, int kind, long cell) {
    long offset = Memory.getLong(facts + Layout.SITE_WORD1);
    return offset + switch (kind & ~PropertyKind.ACCESSOR) {
      case PropertyKind.OWN_INLINE -> cell;
      case PropertyKind.OWN_SLOTS -> Memory.getLong(cell + Layout.OBJECT_SLOTS);
      case PropertyKind.HOLDER_INLINE -> Memory.getLong(facts + Layout.SITE_WORD2);
      case PropertyKind.HOLDER_SLOTS -> Memory.getLong(Memory.getLong(facts + Layout.SITE_WORD2) + Layout.OBJECT_SLOTS);
      default -> throw new IllegalStateException("a site knows a property of kind " + kind);
    };
  }

  /** object.key = value. */
  public static void set(Vm vm, long site, long object, int keyConstant, long value) {
    if (Values.isCell(object)) {
      long cell = Values.address(object);
      if (Memory.getInt(cell + Layout.CELL_SHAPE) == Memory.getInt(site + Layout.SITE_KEY)) {
        Heap.store(cell, Memory.getLong(site + Layout.SITE_WORD1), value);
        return;
      }
    }
    store(vm, site, object, keyConstant, value);
  }

  private static void store(Vm vm, long site, long object, int keyConstant, long value) {
    long key = vm.function().key(keyConstant);
    if (Objects.isObject(object)) {
      long cell = Values.address(object);
      long facts = PropertyFacts.find(vm, site, Memory.getInt(cell + Layout.CELL_SHAPE));
      if (facts == 0) {
        PropertyFacts.learn(vm, site, vm.objects().lookupForStore(object, key), key, StubCache.STORE);
      } else if (storeBy(vm, facts, object, cell, value)) {
        return;
      }
    }
    PropertyAccess.set(vm, object, key, value, vm.function().isStrict());
  }

  /** False, with nothing done, when there is no room, or nothing to call. */
  static boolean storeBy(Vm vm, long facts, long object, long cell, long value) {
    int kind = PropertyKind.kind(Memory.getInt(facts + Layout.SITE_KEY));
    switch (kind) {
      case PropertyKind.OWN_INLINE -> Heap.store(cell, Memory.getLong(facts + Layout.SITE_WORD1), value);
      case PropertyKind.OWN_SLOTS ->
          Heap.store(Memory.getLong(cell + Layout.OBJECT_SLOTS), Memory.getLong(facts + Layout.SITE_WORD1), value);
      case PropertyKind.ADD_INLINE -> {
        Heap.store(cell, Memory.getLong(facts + Layout.SITE_WORD1), value);
        Memory.putInt(cell + Layout.CELL_SHAPE, Memory.getInt(facts + Layout.SITE_WORD2));
      }
      case PropertyKind.ADD_SLOTS -> {
        long slots = Memory.getLong(cell + Layout.OBJECT_SLOTS);
        long offset = Memory.getLong(facts + Layout.SITE_WORD1);
        if (slots == 0
            || offset >= Layout.STORAGE_VALUES + 8 * Memory.getUnsignedInt(slots + Layout.STORAGE_CAPACITY)) {
          return false;
        }
        Heap.store(slots, offset, value);
        Memory.putInt(cell + Layout.CELL_SHAPE, Memory.getInt(facts + Layout.SITE_WORD2));
      }
      default -> {
        long setter = Accessors.setter(Memory.getLong(slot(facts, kind, cell)));
        if (setter == Values.UNDEFINED) {
          return false;
        }
        vm.call(setter, object, value);
      }
    }
    return true;
  }

  /** Defines object.key, an own data property with all attributes. */
  public static void define(Vm vm, long site, long object, int keyConstant, long value) {
    long key = vm.function().key(keyConstant);
    long cell = Values.address(object);
    long facts = PropertyFacts.find(vm, site, Memory.getInt(cell + Layout.CELL_SHAPE));
    if (facts == 0) {
      PropertyFacts.learn(vm, site, vm.objects().lookupForDefine(object, key), key, StubCache.DEFINE);
    } else if (storeBy(vm, facts, object, cell, value)) {
      return;
    }
    PropertyAccess.define(vm, object, key, value);
  }
}
