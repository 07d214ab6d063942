package dev.joist.runtime.heap;

/**
 * Keeps Values alive that Java code needs after a safepoint (a call of a JavaScript function). Scopes nest: they are closed
 * innermost first, best by try-with-resources.
 */
public final class HandleScope implements AutoCloseable {
  private final HandleStack stack;
  private final int height;

  HandleScope(HandleStack stack) {
    this.stack = stack;
    this.height = stack.top();
  }

  /** Keeps a Value alive until this scope is closed. */
  public Handle hold(long value) {
    return new Handle(stack, stack.push(value));
  }

  @Override
  public void close() {
    stack.popTo(height);
  }
}
