package dev.joist.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EngineThreadTest {
  private final EngineThread thread = new EngineThread(32L << 20);

  @AfterEach
  void end() {
    thread.close();
  }

  @Test
  void worksOnItsOwnThread() {
    assertFalse(thread.isCurrent());
    assertTrue(thread.call(thread::isCurrent));
  }

  @Test
  void workMayAskForMoreWork() {
    assertEquals(3, thread.call(() -> 1 + thread.call(() -> 2)));
  }

  @Test
  void exceptionsComeOutAsTheyAre() {
    IllegalStateException thrown = new IllegalStateException("inside");
    assertSame(thrown, assertThrows(IllegalStateException.class, () -> thread.call(() -> {
      throw thrown;
    })));
    assertEquals("still works", thread.call(() -> "still works"));
  }

  @Test
  void nestsDeeperThanTheCallerCould() {
    assertEquals(200_000, thread.call(() -> depth(200_000)));
  }

  private static int depth(int levels) {
    return levels == 0 ? 0 : 1 + depth(levels - 1);
  }

  @Test
  void aCallerThatIsInterruptedGetsItsResultAndStaysInterrupted() {
    Thread.currentThread().interrupt();
    assertEquals("done", thread.call(() -> "done"));
    assertTrue(Thread.interrupted());
  }
}
