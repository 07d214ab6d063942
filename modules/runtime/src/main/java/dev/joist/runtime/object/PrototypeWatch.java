package dev.joist.runtime.object;

import dev.joist.runtime.memory.Memory;
import java.util.Arrays;

/**
 * Inline-cache sites that rely on what lies on prototype chains. When any object that serves as a prototype changes its shape, all of them are cleared:
 * so a site's shape id alone says that what it knows of prototypes still holds.
 */
public final class PrototypeWatch {
  private long[] sites = new long[64];
  private int count;

  PrototypeWatch() {}

  /** From now on, until it is cleared, the site's shape id (the u32 at this address) becomes 0 when a prototype changes. */
  public void add(long shapeIdAddress) {
    if (count == sites.length) {
      sites = Arrays.copyOf(sites, count * 2);
    }
    sites[count++] = shapeIdAddress;
  }

  void prototypeChanged() {
    for (int i = 0; i < count; i++) {
      Memory.putInt(sites[i], 0);
    }
    count = 0;
  }
}
