package dev.joist.runtime.heap;

import java.util.Arrays;

/** The Values that Java code holds, innermost scope last. */
final class HandleStack implements RootProvider {
  private long[] values = new long[256];
  private int top;

  int top() {
    return top;
  }

  void popTo(int height) {
    if (height > top) {
      throw new IllegalStateException("handle scopes are closed in the wrong order");
    }
    top = height;
  }

  int push(long value) {
    if (top == values.length) {
      values = Arrays.copyOf(values, top * 2);
    }
    values[top] = value;
    return top++;
  }

  long get(int index) {
    return values[index];
  }

  void set(int index, long value) {
    values[index] = value;
  }

  @Override
  public void markRoots(Marker marker) {
    for (int i = 0; i < top; i++) {
      marker.mark(values[i]);
    }
  }
}
