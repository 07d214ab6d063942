package dev.joist.runtime.operations;

import dev.joist.runtime.memory.Memory;
import dev.joist.runtime.object.CacheLookup;
import dev.joist.runtime.vm.Vm;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.layout.PropertyKind;
import dev.joist.spi.value.Values;

/**
 * What PROPERTY sites know: of one shape in the site itself, of up to four in a table beside it, of more in the stub
 * cache. The site's own facts are always there, for whoever looks at one shape only.
 */
final class PropertyFacts {
  /** A site that has missed so often learns another shape only at each so many-th miss: it sees many. */
  private static final int PATIENCE = 8;
  private static final int RELUCTANCE = 16;

  private static final int SHAPE_MASK = (1 << PropertyKind.SHIFT) - 1;

  private PropertyFacts() {}

  /** The address of what is known of a shape (key, words 1 and 2 as in a site), or 0. */
  static long find(Vm vm, long site, int shape) {
    if (isAbout(site, shape)) {
      return site;
    }
    long more = Memory.getLong(site + Layout.SITE_WORD3);
    if (more == 0) {
      return 0;
    }
    long facts = findMore(vm, more, shape);
    if (facts != 0 && !isTooBusy(site)) {
      copy(facts, site);
    }
    return facts;
  }

  private static boolean isAbout(long facts, int shape) {
    return (Memory.getInt(facts + Layout.SITE_KEY) & SHAPE_MASK) == shape;
  }

  private static long findMore(Vm vm, long more, int shape) {
    if (PropertyKind.isMegamorphic(more)) {
      return vm.stubCache().find(shape, PropertyKind.tableOrName(more));
    }
    for (int i = 0; i < PropertyKind.MOST_FACTS; i++) {
      long facts = PropertyKind.tableOrName(more) + (long) i * Layout.FACT_BYTES;
      if (isAbout(facts, shape)) {
        return facts;
      }
    }
    return 0;
  }

  private static void copy(long facts, long site) {
    Memory.putLong(site + Layout.SITE_WORD1, Memory.getLong(facts + Layout.SITE_WORD1));
    Memory.putLong(site + Layout.SITE_WORD2, Memory.getLong(facts + Layout.SITE_WORD2));
    Memory.putInt(site + Layout.SITE_KEY, Memory.getInt(facts + Layout.SITE_KEY));
  }

  private static boolean isTooBusy(long site) {
    int misses = Memory.getByte(site + Layout.SITE_STATE);
    Memory.putByte(site + Layout.SITE_STATE, misses >= PATIENCE + RELUCTANCE - 1 ? PATIENCE : misses + 1);
    return misses > PATIENCE;
  }

  /**
   * Forgets all that a site knows, since it is about another property from now on.
   *
   * @param name what the stub cache calls that
   */
  static void forget(long site, long name) {
    Memory.putInt(site + Layout.SITE_KEY, 0);
    long more = Memory.getLong(site + Layout.SITE_WORD3);
    if (PropertyKind.isMegamorphic(more)) {
      Memory.putLong(site + Layout.SITE_WORD3, PropertyKind.megamorphic(name));
    } else if (more != 0) {
      for (int i = 0; i < PropertyKind.MOST_FACTS; i++) {
        Memory.putInt(PropertyKind.tableOrName(more) + (long) i * Layout.FACT_BYTES + Layout.SITE_KEY, 0);
      }
    }
  }

  /** Notes what a lookup has found. */
  static void learn(Vm vm, long site, CacheLookup found, long key, int access) {
    int kind = kind(found);
    if (kind == PropertyKind.OTHER) {
      return;
    }
    long more = Memory.getLong(site + Layout.SITE_WORD3);
    if (more != 0 || Memory.getInt(site + Layout.SITE_KEY) != 0) {
      learnMore(vm, site, more, kind, found, Values.address(key) + access);
    }
    if (more == 0 || !isTooBusy(site)) {
      fill(site, kind, found);
    }
    if (PropertyKind.concernsPrototypes(kind)) {
      // Also when the site itself is not filled now: facts are copied there later.
      found.watch(site + Layout.SITE_KEY);
    }
  }

  /** Notes in the stub cache what a lookup has found, if that is an object's own data. */
  static void learnOwn(Vm vm, CacheLookup found, long name) {
    if (found.result() == CacheLookup.Result.OWN) {
      fill(vm.stubCache().claim(found, name), kind(found), found);
    }
  }

  private static int kind(CacheLookup found) {
    boolean inline = found.isInline();
    return switch (found.result()) {
      case OWN -> inline ? PropertyKind.OWN_INLINE : PropertyKind.OWN_SLOTS;
      case PROTOTYPE -> inline ? PropertyKind.HOLDER_INLINE : PropertyKind.HOLDER_SLOTS;
      case OWN_ACCESSOR -> PropertyKind.ACCESSOR + (inline ? PropertyKind.OWN_INLINE : PropertyKind.OWN_SLOTS);
      case PROTOTYPE_ACCESSOR -> PropertyKind.ACCESSOR + (inline ? PropertyKind.HOLDER_INLINE : PropertyKind.HOLDER_SLOTS);
      case ADD -> inline ? PropertyKind.ADD_INLINE : PropertyKind.ADD_SLOTS;
      case ABSENT -> PropertyKind.ABSENT;
      case ARRAY_LENGTH -> PropertyKind.ARRAY_LENGTH;
      case UNCACHEABLE -> PropertyKind.OTHER;
    };
  }

  private static void fill(long facts, int kind, CacheLookup found) {
    Memory.putLong(facts + Layout.SITE_WORD1, found.offset());
    Memory.putLong(facts + Layout.SITE_WORD2, switch (found.result()) {
      case PROTOTYPE, PROTOTYPE_ACCESSOR -> Values.address(found.holder());
      case ADD -> found.newShapeId();
      default -> 0;
    });
    Memory.putInt(facts + Layout.SITE_KEY, PropertyKind.key(kind, found.shapeId()));
  }

  private static void learnMore(Vm vm, long site, long more, int kind, CacheLookup found, long name) {
    long facts;
    if (PropertyKind.isMegamorphic(more)) {
      facts = vm.stubCache().claim(found, name);
    } else {
      long table = more == 0 ? newTable(vm, site) : PropertyKind.tableOrName(more);
      int kinds = PropertyKind.kinds(Memory.getLong(site + Layout.SITE_WORD3));
      int index = free(table);
      if (index < 0) {
        Memory.putLong(site + Layout.SITE_WORD3, PropertyKind.megamorphic(name));
        facts = vm.stubCache().claim(found, name);
      } else {
        Memory.putLong(site + Layout.SITE_WORD3,
            PropertyKind.polymorphic(table, PropertyKind.withKind(kinds, index, kind)));
        facts = table + (long) index * Layout.FACT_BYTES;
      }
    }
    fill(facts, kind, found);
    if (PropertyKind.concernsPrototypes(kind)) {
      found.watch(facts + Layout.SITE_KEY);
    }
  }

  /** A table with what the site itself knows. */
  private static long newTable(Vm vm, long site) {
    long table = vm.heap().allocateOutside((long) PropertyKind.MOST_FACTS * Layout.FACT_BYTES);
    int kind = PropertyKind.kind(Memory.getInt(site + Layout.SITE_KEY));
    if (!PropertyKind.concernsPrototypes(kind)) {
      copy(site, table);
      Memory.putLong(site + Layout.SITE_WORD3, PropertyKind.polymorphic(table, PropertyKind.withKind(0, 0, kind)));
    }
    return table;
  }

  private static int free(long table) {
    for (int i = 0; i < PropertyKind.MOST_FACTS; i++) {
      if (Memory.getInt(table + (long) i * Layout.FACT_BYTES + Layout.SITE_KEY) == 0) {
        return i;
      }
    }
    return -1;
  }
}
