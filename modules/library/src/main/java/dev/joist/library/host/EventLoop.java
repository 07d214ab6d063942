package dev.joist.library.host;

/** What a program has asked to be done later. On the engine's thread only. */
public interface EventLoop {
  /**
   * Runs the jobs of promises and of queueMicrotask, and those that they add, until none is left.
   *
   * @throws dev.joist.runtime.vm.JsThrow when one throws, or when a promise is rejected that nobody handles
   */
  void drainMicrotasks();

  /**
   * Runs microtasks, timers and immediates until none is left, waiting for timers.
   *
   * @throws dev.joist.runtime.vm.JsThrow when one throws: the rest is still to be done then
   */
  void run();

  /** Forgets all that is still to be done. */
  void clear();
}
