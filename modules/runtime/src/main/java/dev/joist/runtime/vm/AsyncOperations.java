package dev.joist.runtime.vm;

/** What async functions need of promises, which the library makes. */
public interface AsyncOperations {
  /**
   * Runs an async function's body up to its first await.
   *
   * @param coroutine what {@link Generators#createCoroutine} made of its frame
   * @return the promise that is settled when the body ends
   */
  long start(long coroutine);

  /** An async iterator that gives what an iterator gives. Both must be in registers or handles. */
  long fromSync(long iterator, long next);
}
