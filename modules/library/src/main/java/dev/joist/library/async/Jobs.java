package dev.joist.library.async;

import dev.joist.library.core.Builtins;
import dev.joist.library.host.EventLoop;
import dev.joist.runtime.heap.Marker;
import dev.joist.runtime.heap.RootProvider;
import dev.joist.runtime.heap.Traced;
import dev.joist.runtime.vm.Vm;
import dev.joist.spi.value.Values;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;

/** The queues of one engine: microtasks, timers, immediates, and promises that were rejected while nobody listened. */
public final class Jobs implements EventLoop, RootProvider {
  private static final long LONGEST_NAP_MS = 20;
  private static final long TICK_NANOS = 1_000_000;

  private final Vm vm;
  /** What process.nextTick was given: before all microtasks. */
  private final Deque<Job> ticks = new ArrayDeque<>();
  private final Deque<Job> microtasks = new ArrayDeque<>();
  private final PriorityQueue<Timer> timers = new PriorityQueue<>();
  private final Deque<Job> immediates = new ArrayDeque<>();
  /** Those of this round of the loop that have not run. */
  private final Deque<Job> dueImmediates = new ArrayDeque<>();
  /** What to do about objects that a collection has found to be gone; does not keep the loop alive. */
  private final Deque<Job> cleanups = new ArrayDeque<>();
  private final List<PromiseState> unhandled = new ArrayList<>();
  private boolean ignoresUnhandled;
  private long timerCount;

  public Jobs(Builtins builtins) {
    vm = builtins.vm();
    vm.heap().addRoots(this);
  }

  /** Something to do, with the Values that it needs. */
  public interface Job extends Traced {
    void run();
  }

  /** Has a function called before the next microtask, but not between microtasks that are being run. */
  public void addTick(long function, long... arguments) {
    ticks.add(new Callback(vm, function, arguments));
  }

  void addMicrotask(Job job) {
    microtasks.add(job);
  }

  /** Has a job done in the next round of the loop, if there is one. May be called in the middle of a collection. */
  public void addCleanup(Job job) {
    cleanups.add(job);
  }

  void addImmediate(Job job) {
    immediates.add(job);
  }

  boolean removeImmediate(Job job) {
    return immediates.remove(job) || dueImmediates.remove(job);
  }

  void addTimer(Timer timer) {
    timer.setSequence(timerCount++);
    timers.add(timer);
  }

  void removeTimer(Timer timer) {
    timers.remove(timer);
  }

  /** From now on nothing happens when a promise is rejected without a handler. */
  public void ignoreUnhandled() {
    ignoresUnhandled = true;
  }

  /** Remembers a promise that is rejected without a handler. */
  void addUnhandled(PromiseState promise) {
    if (!ignoresUnhandled) {
      unhandled.add(promise);
    }
  }

  @Override
  public void drainMicrotasks() {
    do {
      drain(ticks);
      drain(microtasks);
      if (ticks.isEmpty()) {
        throwUnhandled();
      }
    } while (!ticks.isEmpty() || !microtasks.isEmpty());
  }

  private static void drain(Deque<Job> jobs) {
    for (Job job = jobs.peek(); job != null; job = jobs.peek()) {
      try {
        job.run();
      } finally {
        jobs.remove(job);
      }
    }
  }

  private void throwUnhandled() {
    while (!unhandled.isEmpty()) {
      PromiseState promise = unhandled.getFirst();
      unhandled.removeFirst();
      if (!promise.isHandled()) {
        throw vm.throwValue(promise.result());
      }
    }
  }

  @Override
  public void run() {
    drainMicrotasks();
    while (runDueTimers() | runImmediates() || waitForTimer()) {
      runCleanups();
      if (vm.termination() != null) {
        vm.safepoint();
      }
    }
  }

  @Override
  public void clear() {
    ticks.clear();
    microtasks.clear();
    immediates.clear();
    dueImmediates.clear();
    cleanups.clear();
    timers.clear();
    unhandled.clear();
  }

  private boolean runImmediates() {
    if (immediates.isEmpty()) {
      return false;
    }
    // Those that they add run the next time round.
    dueImmediates.addAll(immediates);
    immediates.clear();
    for (Job job = dueImmediates.poll(); job != null; job = dueImmediates.poll()) {
      runWithMicrotasks(job);
    }
    return true;
  }

  private void runCleanups() {
    for (Job job = cleanups.poll(); job != null; job = cleanups.poll()) {
      runWithMicrotasks(job);
    }
  }

  /** Runs a job, then the microtasks that it adds. */
  private void runWithMicrotasks(Job job) {
    ticks.addFirst(job);
    drainMicrotasks();
  }

  private boolean runDueTimers() {
    Timer first = timers.peek();
    long now = System.nanoTime();
    if (first == null || first.due() - now > 0) {
      return false;
    }
    // Not more than a fast machine would find due: so a slow start does not have immediates wait for later timers.
    long limit = Math.min(now - first.due(), TICK_NANOS) + first.due();
    boolean any = false;
    for (Timer timer = first; timer != null && timer.due() - limit <= 0; timer = timers.peek()) {
      timers.remove();
      timer.begin(now);
      any = true;
      runWithMicrotasks(timer);
      if (timer.repeats()) {
        addTimer(timer);
      }
    }
    return any;
  }

  /** Sleeps until the next timer; false when there is none that keeps the loop alive. */
  private boolean waitForTimer() {
    Timer next = timers.peek();
    if (next == null || !immediates.isEmpty() || timers.stream().noneMatch(Timer::keepsAlive)) {
      return !immediates.isEmpty();
    }
    long ms = (next.due() - System.nanoTime() + 999_999) / 1_000_000;
    if (ms > 0) {
      try {
        Thread.sleep(Math.min(ms, LONGEST_NAP_MS));
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        vm.terminate("interrupted");
      }
    }
    return true;
  }

  @Override
  public void markRoots(Marker marker) {
    for (Job job : ticks) {
      job.trace(marker);
    }
    for (Job job : microtasks) {
      job.trace(marker);
    }
    for (Job job : immediates) {
      job.trace(marker);
    }
    for (Job job : dueImmediates) {
      job.trace(marker);
    }
    for (Job job : cleanups) {
      job.trace(marker);
    }
    for (Timer timer : timers) {
      timer.trace(marker);
    }
    for (PromiseState promise : unhandled) {
      promise.trace(marker);
    }
  }

  /** Calls a function with arguments. */
  static final class Callback implements Job {
    private final Vm vm;
    private final long function;
    private final long[] arguments;

    Callback(Vm vm, long function, long... arguments) {
      this.vm = vm;
      this.function = function;
      this.arguments = arguments;
    }

    @Override
    public void run() {
      vm.call(function, Values.UNDEFINED, arguments);
    }

    @Override
    public void trace(Marker marker) {
      marker.mark(function);
      for (long argument : arguments) {
        marker.mark(argument);
      }
    }
  }
}
