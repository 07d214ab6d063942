package dev.joist.runtime.heap;

/** Keeps one Value alive until its {@link HandleScope} is closed. */
public final class Handle {
  private final HandleStack stack;
  private final int index;

  Handle(HandleStack stack, int index) {
    this.stack = stack;
    this.index = index;
  }

  public long get() {
    return stack.get(index);
  }

  public void set(long value) {
    stack.set(index, value);
  }
}
