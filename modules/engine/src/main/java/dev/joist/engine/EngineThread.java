package dev.joist.engine;

import dev.joist.embedding.EngineFailure;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;

/**
 * The thread of an engine: JavaScript nests deeply, and the stack of whoever embeds the engine may be small. Work on it is done
 * one piece after another; a piece may ask for another one, which is then done within it.
 */
final class EngineThread implements AutoCloseable {
  private static final FutureTask<Void> END = new FutureTask<>(() -> null);

  private final LinkedBlockingQueue<FutureTask<?>> tasks = new LinkedBlockingQueue<>();
  private final Thread thread;

  EngineThread(long stackBytes) {
    thread = new Thread(null, this::work, "joist-engine", stackBytes);
    thread.setDaemon(true);
    thread.start();
  }

  private void work() {
    try {
      for (FutureTask<?> task = tasks.take(); task != END; task = tasks.take()) {
        task.run();
      }
    } catch (InterruptedException e) {
      // Nobody but this class knows the thread, so this is the JVM's end.
      Thread.currentThread().interrupt();
    }
  }

  boolean isCurrent() {
    return Thread.currentThread() == thread;
  }

  /**
   * The task's result. The caller waits, and cannot be interrupted while it does: {@link dev.joist.embedding.Engine#interrupt} is the way
   * to end a script.
   *
   * @throws RuntimeException what the task throws
   */
  <T> T call(Supplier<T> task) {
    if (isCurrent()) {
      return task.get();
    }
    FutureTask<T> future = new FutureTask<>(task::get);
    tasks.add(future);
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return future.get();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } catch (ExecutionException e) {
      throw unwrap(e.getCause());
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static RuntimeException unwrap(Throwable cause) {
    if (cause instanceof RuntimeException exception) {
      return exception;
    }
    if (cause instanceof Error error) {
      throw error;
    }
    return new EngineFailure("the engine's thread failed: " + cause, cause);
  }

  /** Ends the thread after the work that is already there. */
  @Override
  public void close() {
    tasks.add(END);
  }
}
