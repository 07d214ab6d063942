package dev.joist.runtime.heap;

/**
 * Keeps Values alive that Java code needs after a safepoint (a call of a JavaScript function). Scopes nest: they are closed
 * innermost first, best by try-with-resources.
 */
public final class HandleScope implements AutoCloseable {
  private final HandleStack stack;
  private final int height;
  private final int tracedHeight;

  HandleScope(HandleStack stack) {
    this.stack = stack;
    this.height = stack.top();
    this.tracedHeight = stack.tracedTop();
  }

  /** Keeps a Value alive until this scope is closed. */
  public Handle hold(long value) {
    return new Handle(stack, stack.push(value));
  }

  /** Keeps all Values alive that a Java object holds, until this scope is closed. */
  public <T extends Traced> T hold(T holder) {
    stack.push(holder);
    return holder;
  }

  @Override
  public void close() {
    stack.popTo(height, tracedHeight);
  }
}
