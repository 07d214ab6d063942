package dev.joist.runtime.heap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The Values that Java code holds, innermost scope last. */
final class HandleStack implements RootProvider {
  private long[] values = new long[256];
  private final List<Traced> traced = new ArrayList<>();
  private int top;

  int top() {
    return top;
  }

  int tracedTop() {
    return traced.size();
  }

  void popTo(int height, int tracedHeight) {
    if (height > top || tracedHeight > traced.size()) {
      throw new IllegalStateException("handle scopes are closed in the wrong order");
    }
    top = height;
    while (traced.size() > tracedHeight) {
      traced.removeLast();
    }
  }

  void push(Traced holder) {
    traced.add(holder);
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
    for (int i = 0; i < traced.size(); i++) {
      traced.get(i).trace(marker);
    }
  }
}
