package dev.joist.javascript.source;

import java.util.function.Supplier;

/**
 * Runs recursive work on a thread with a deep stack. Parser and code generator recurse as deep as a program nests, and
 * the caller's stack may be small.
 */
public final class BigStack {
  /** Reserved, not committed: enough for tens of thousands of nested parentheses. */
  private static final long STACK_BYTES = 64L << 20;

  private BigStack() {}

  /**
   * The task's result, computed on a thread of its own while the caller waits.
   *
   * @throws StackOverflowError if even that stack ends
   * @throws RuntimeException whatever the task throws
   */
  public static <T> T call(Supplier<T> task) {
    Worker<T> worker = new Worker<>(task);
    Thread thread = new Thread(null, worker, "joist-front-end", STACK_BYTES);
    thread.start();
    boolean interrupted = false;
    while (true) {
      try {
        thread.join();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return worker.result();
  }

  private static final class Worker<T> implements Runnable {
    private final Supplier<T> task;
    private T result;
    private RuntimeException exception;
    private Error error;

    Worker(Supplier<T> task) {
      this.task = task;
    }

    @Override
    public void run() {
      try {
        result = task.get();
      } catch (RuntimeException e) {
        exception = e;
      } catch (Error e) {
        error = e;
      }
    }

    T result() {
      if (exception != null) {
        throw exception;
      }
      if (error != null) {
        throw error;
      }
      return result;
    }
  }
}
