package dev.joist.conformance.fuzz;

/** Runs a test on a thread as deep as an engine's. */
final class DeepStack {
  private DeepStack() {}

  static void run(Runnable test) throws InterruptedException {
    Throwable[] thrown = new Throwable[1];
    Thread thread = new Thread(null, test, "fuzz", Fuzz.STACK_BYTES);
    thread.setUncaughtExceptionHandler((_, failure) -> thrown[0] = failure);
    thread.start();
    thread.join();
    if (thrown[0] instanceof Error error) {
      throw error;
    } else if (thrown[0] instanceof RuntimeException exception) {
      throw exception;
    }
  }
}
