package dev.joist.conformance.fuzz;

import dev.joist.runtime.vm.Vm;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

/**
 * Ends programs that take too long. What does not end even then, because compiled code loops without letting anybody in, ends the process: its
 * engine's thread cannot be got back.
 */
public final class Watchdog implements AutoCloseable {
  /** Of the process that is ended. */
  public static final int HUNG = 3;

  private static final long TICK_MILLIS = 50;
  private static final int PATIENCE = 3;
  /** What takes less than the limit when it is interpreted takes less than so many times the limit in any other way. */
  private static final int SLOWER = 20;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final long limitNanos;
  /** What runs now, or null. Never locked: whoever runs programs does not wait for a watchdog that sleeps. */
  private volatile Run run;
  /** The engine of what runs must not be closed now. */
  private volatile boolean ending;
  private volatile boolean closed;

  private record Run(Vm vm, String program, long thread, long started, long allowedNanos) {}

  /** @param limit of processor time for a program in the interpreter: others may keep the machine busy */
  public Watchdog(Duration limit) {
    limitNanos = limit.toNanos();
    Thread thread = new Thread(this::watch, "watchdog");
    thread.setDaemon(true);
    thread.start();
  }

  void start(Vm vm, String program, boolean interpreted) {
    run = new Run(vm, program, Thread.currentThread().threadId(), THREADS.getCurrentThreadCpuTime(), interpreted ? limitNanos : SLOWER * limitNanos);
  }

  void stop() {
    run = null;
    while (ending) {
      Thread.onSpinWait();
    }
  }

  private void watch() {
    try {
      while (tick()) {
        Thread.sleep(TICK_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean tick() {
    Run current = run;
    if (current != null) {
      long elapsed = THREADS.getThreadCpuTime(current.thread) - current.started;
      ending = true;
      if (current == run && elapsed > current.allowedNanos) {
        end(current, elapsed);
      }
      ending = false;
    }
    return !closed;
  }

  private static void end(Run late, long elapsed) {
    if (elapsed > PATIENCE * late.allowedNanos) {
      System.err.println("hangs, and cannot be interrupted:\n" + late.program);
      Runtime.getRuntime().halt(HUNG);
    } else if (late.vm.termination() == null) {
      late.vm.terminate("too long");
    }
  }

  @Override
  public void close() {
    closed = true;
  }
}
