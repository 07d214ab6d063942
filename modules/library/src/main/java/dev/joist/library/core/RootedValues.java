package dev.joist.library.core;

import java.util.Arrays;

/** A growing list of Values that stay alive until it is closed. Lists are closed innermost first, best by try-with-resources. */
public final class RootedValues implements AutoCloseable {
  private final RootedLists owner;
  private final Js js;
  private long[] values = new long[16];
  private int size;

  RootedValues(RootedLists owner, Js js) {
    this.owner = owner;
    this.js = js;
  }

  public void add(long value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
    }
    values[size++] = value;
  }

  public long get(int index) {
    return values[index];
  }

  public void set(int index, long value) {
    values[index] = value;
  }

  public void removeLast() {
    size--;
  }

  public void clear() {
    size = 0;
  }

  public int size() {
    return size;
  }

  public long[] copy() {
    return Arrays.copyOf(values, size);
  }

  /** A new Array of them. */
  public long toArray() {
    return js.newArrayOf(copy());
  }

  @Override
  public void close() {
    owner.close(this);
  }
}
