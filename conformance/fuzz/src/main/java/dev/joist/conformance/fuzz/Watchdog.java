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
  private Vm vm;
  private long worker;
  private String program;
  private long started;
  private long allowedNanos;
  private boolean closed;

  /** @param limit of processor time for a program in the interpreter: others may keep the machine busy */
  public Watchdog(Duration limit) {
    limitNanos = limit.toNanos();
    Thread thread = new Thread(this::watch, "watchdog");
    thread.setDaemon(true);
    thread.start();
  }

  synchronized void start(Vm newVm, String text, boolean interpreted) {
    vm = newVm;
    worker = Thread.currentThread().threadId();
    allowedNanos = interpreted ? limitNanos : SLOWER * limitNanos;
    program = text;
    started = THREADS.getCurrentThreadCpuTime();
  }

  synchronized void stop() {
    vm = null;
    program = null;
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

  private synchronized boolean tick() {
    if (vm != null) {
      long elapsed = THREADS.getThreadCpuTime(worker) - started;
      if (elapsed > PATIENCE * allowedNanos) {
        System.err.println("hangs, and cannot be interrupted:\n" + program);
        Runtime.getRuntime().halt(HUNG);
      } else if (elapsed > allowedNanos && vm.termination() == null) {
        vm.terminate("too long");
      }
    }
    return !closed;
  }

  @Override
  public synchronized void close() {
    closed = true;
  }
}
