package dev.joist.runtime.object;

import dev.joist.runtime.heap.AfterMark;
import dev.joist.runtime.heap.Liveness;
import dev.joist.runtime.memory.Memory;
import dev.joist.runtime.shape.ObjectFlags;
import dev.joist.runtime.shape.Shapes;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.value.Values;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Inline-cache sites that rely on what lies on prototype chains. The objects of those chains are marked; when a marked one changes its shape, all
 * noted sites are cleared and all marks go. So a site's key alone says that what it knows of prototypes still holds. What was taken from a site holds as long as
 * the epoch is the same: the site may have learnt something else since. An object that has caused
 * that several times is unstable: nothing is cached through it any more.
 */
final class PrototypeWatch implements AfterMark {
  private static final int PATIENCE = 8;

  private final Shapes shapes;
  /** Addresses of keys: open addressing, 0 for free, at most half full. */
  private long[] sites = new long[128];
  private int siteCount;
  private long[] watched = new long[64];
  private int watchedCount;
  private int suspensions;
  private long epoch;
  /** How often an object, by address, has caused a clearing. */
  private final Map<Long, Integer> changes = new HashMap<>();

  PrototypeWatch(Shapes shapes) {
    this.shapes = shapes;
  }

  /** @param epoch address of the u32 that counts from now on how often facts have ended */
  void countAt(long epoch) {
    this.epoch = epoch;
  }

  /**
   * Notes a site whose facts hold while no object of a chain changes.
   *
   * @param keyAddress of the u32 to clear when they hold no more
   * @param first the chain's first object, or null
   */
  void add(long keyAddress, long first) {
    for (long object = first; object != Values.NULL;) {
      long cell = Values.address(object);
      int flags = NamedProperties.flags(cell);
      if ((flags & ObjectFlags.WATCHED) == 0) {
        Memory.putChar(cell + Layout.CELL_FLAGS, flags | ObjectFlags.WATCHED);
        if (watchedCount == watched.length) {
          watched = Arrays.copyOf(watched, watchedCount * 2);
        }
        watched[watchedCount++] = cell;
      }
      object = shapes.of(cell).prototype();
    }
    if (insert(keyAddress) && siteCount > sites.length / 2) {
      long[] old = sites;
      sites = new long[old.length * 2];
      siteCount = 0;
      for (long site : old) {
        if (site != 0) {
          insert(site);
        }
      }
    }
  }

  private boolean insert(long site) {
    int mask = sites.length - 1;
    int at = (int) (site >>> 3) & mask;
    while (sites[at] != 0) {
      if (sites[at] == site) {
        return false;
      }
      at = at + 1 & mask;
    }
    sites[at] = site;
    siteCount++;
    return true;
  }

  /** Until {@link #resume}, properties are added that were there in truth all the time: nothing that is remembered becomes wrong. Nests. */
  void suspend() {
    suspensions++;
  }

  void resume() {
    suspensions--;
  }

  /** A prototype is about to change, or has changed, its shape. */
  void changed(long cell) {
    int flags = NamedProperties.flags(cell);
    if ((flags & ObjectFlags.WATCHED) == 0 || suspensions > 0) {
      return;
    }
    for (long site : sites) {
      if (site != 0) {
        Memory.putInt(site, 0);
      }
    }
    if (epoch != 0) {
      Memory.putInt(epoch, Memory.getInt(epoch) + 1);
    }
    Arrays.fill(sites, 0);
    siteCount = 0;
    for (int i = 0; i < watchedCount; i++) {
      Memory.putChar(watched[i] + Layout.CELL_FLAGS, NamedProperties.flags(watched[i]) & ~ObjectFlags.WATCHED);
    }
    watchedCount = 0;
    if (changes.merge(cell, 1, Integer::sum) >= PATIENCE) {
      Memory.putChar(cell + Layout.CELL_FLAGS, NamedProperties.flags(cell) | ObjectFlags.UNSTABLE);
    }
  }

  @Override
  public void afterMark(Liveness liveness) {
    int kept = 0;
    for (int i = 0; i < watchedCount; i++) {
      if (liveness.isLive(watched[i])) {
        watched[kept++] = watched[i];
      }
    }
    watchedCount = kept;
    changes.keySet().removeIf(cell -> !liveness.isLive(cell));
  }
}
