package dev.joist.runtime.vm;

import dev.joist.runtime.memory.Memory;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.value.Values;

/** The arguments of a native function's call, which lie on the VM stack. */
public final class Arguments {
  private long base;
  private int count;

  Arguments() {}

  /** For the machinery that calls natives: these objects are used again. */
  public void set(long newBase, int newCount) {
    base = newBase;
    count = newCount;
  }

  public long thisValue() {
    return Memory.getLong(base);
  }

  /** The argument with this index, undefined when there is none. */
  public long get(int index) {
    return index < count ? Memory.getLong(base + 8L * (index + 1)) : Values.UNDEFINED;
  }

  public int count() {
    return count;
  }

  /** The arguments from an index on, copied: hold them in handles when code is called that may collect. */
  public long[] from(int first) {
    long[] rest = new long[Math.max(0, count - first)];
    for (int i = 0; i < rest.length; i++) {
      rest[i] = get(first + i);
    }
    return rest;
  }

  /** The function that is called. */
  public long callee() {
    return Memory.getLong(base + Layout.FRAME_CALLEE);
  }

  public boolean isConstruct() {
    return (Values.opaquePayload(Memory.getLong(base + Layout.FRAME_LINK)) & Layout.LINK_CONSTRUCT) != 0;
  }

  /** new.target, undefined in a call. */
  public long newTarget() {
    return isConstruct() ? Memory.getLong(base + Layout.FRAME_NEW_TARGET) : Values.UNDEFINED;
  }
}
