package dev.joist.runtime.operations;

import dev.joist.runtime.heap.Heap;
import dev.joist.runtime.memory.Memory;
import dev.joist.runtime.object.CacheLookup;
import dev.joist.runtime.object.Objects;
import dev.joist.runtime.vm.Vm;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.layout.PropertyKind;
import dev.joist.spi.value.Values;

/** Property access through a PROPERTY site, in Java; what it learns is there for compiled code too. */
public final class PropertyCaches {
  /** A site that has missed so often is filled only at each so many-th miss: it sees many shapes, and filling costs. */
  private static final int PATIENCE = 8;
  private static final int RELUCTANCE = 16;

  private static final int SHAPE_MASK = (1 << PropertyKind.SHIFT) - 1;

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
    if (Objects.isObject(object)) {
      long cell = Values.address(object);
      int key = Memory.getInt(site + Layout.SITE_KEY);
      if ((key & SHAPE_MASK) == Memory.getInt(cell + Layout.CELL_SHAPE)) {
        long offset = Memory.getLong(site + Layout.SITE_WORD1);
        switch (PropertyKind.kind(key)) {
          case PropertyKind.OWN_SLOTS:
            return Memory.getLong(Memory.getLong(cell + Layout.OBJECT_SLOTS) + offset);
          case PropertyKind.HOLDER_INLINE:
            return Memory.getLong(Memory.getLong(site + Layout.SITE_WORD2) + offset);
          case PropertyKind.HOLDER_SLOTS:
            return Memory.getLong(Memory.getLong(Memory.getLong(site + Layout.SITE_WORD2) + Layout.OBJECT_SLOTS) + offset);
          default:
            break;
        }
      }
      fillForLoad(vm, site, object, vm.function().key(keyConstant));
    }
    return PropertyAccess.get(vm, object, vm.function().key(keyConstant));
  }

  private static boolean isTooBusy(long site) {
    int misses = Memory.getByte(site + Layout.SITE_STATE);
    Memory.putByte(site + Layout.SITE_STATE, misses >= PATIENCE + RELUCTANCE - 1 ? PATIENCE : misses + 1);
    return misses > PATIENCE;
  }

  private static void fillForLoad(Vm vm, long site, long object, long key) {
    if (isTooBusy(site)) {
      return;
    }
    CacheLookup found = vm.objects().lookupForLoad(object, key);
    switch (found.result()) {
      case OWN -> fill(site, found.isInline() ? PropertyKind.OWN_INLINE : PropertyKind.OWN_SLOTS, found);
      case PROTOTYPE -> {
        Memory.putLong(site + Layout.SITE_WORD2, Values.address(found.holder()));
        fill(site, found.isInline() ? PropertyKind.HOLDER_INLINE : PropertyKind.HOLDER_SLOTS, found);
        found.watch(site + Layout.SITE_KEY);
      }
      default -> { }
    }
  }

  private static void fill(long site, int kind, CacheLookup found) {
    Memory.putLong(site + Layout.SITE_WORD1, found.offset());
    Memory.putInt(site + Layout.SITE_KEY, PropertyKind.key(kind, found.shapeId()));
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
    if (Objects.isObject(object)) {
      if (storeCached(site, Values.address(object), value)) {
        return;
      }
      if (!isTooBusy(site)) {
        fillForStore(vm, site, vm.objects().lookupForStore(object, vm.function().key(keyConstant)));
      }
    }
    PropertyAccess.set(vm, object, vm.function().key(keyConstant), value, vm.function().isStrict());
  }

  private static boolean storeCached(long site, long cell, long value) {
    int key = Memory.getInt(site + Layout.SITE_KEY);
    if ((key & SHAPE_MASK) != Memory.getInt(cell + Layout.CELL_SHAPE)) {
      return false;
    }
    long offset = Memory.getLong(site + Layout.SITE_WORD1);
    switch (PropertyKind.kind(key)) {
      case PropertyKind.OWN_SLOTS -> Heap.store(Memory.getLong(cell + Layout.OBJECT_SLOTS), offset, value);
      case PropertyKind.ADD_INLINE -> {
        Heap.store(cell, offset, value);
        Memory.putInt(cell + Layout.CELL_SHAPE, Memory.getInt(site + Layout.SITE_WORD2));
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private static void fillForStore(Vm vm, long site, CacheLookup found) {
    switch (found.result()) {
      case OWN -> fill(site, found.isInline() ? PropertyKind.OWN_INLINE : PropertyKind.OWN_SLOTS, found);
      case ADD -> {
        if (found.isInline()) {
          Memory.putLong(site + Layout.SITE_WORD2, found.newShapeId());
          fill(site, PropertyKind.ADD_INLINE, found);
          found.watch(site + Layout.SITE_KEY);
        }
      }
      default -> { }
    }
  }

  /** Defines object.key, an own data property with all attributes. */
  public static void define(Vm vm, long site, long object, int keyConstant, long value) {
    if (storeCached(site, Values.address(object), value)) {
      return;
    }
    if (!isTooBusy(site)) {
      fillForStore(vm, site, vm.objects().lookupForDefine(object, vm.function().key(keyConstant)));
    }
    PropertyAccess.define(vm, object, vm.function().key(keyConstant), value);
  }
}
