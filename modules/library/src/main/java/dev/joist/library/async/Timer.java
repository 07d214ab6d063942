package dev.joist.library.async;

import dev.joist.runtime.heap.Marker;
import dev.joist.runtime.vm.Vm;
import dev.joist.spi.value.Values;

/** A call at a certain time, once or again and again. Also the payload of the object that setTimeout answers. */
final class Timer implements Jobs.Job, Comparable<Timer> {
  private static final double LONGEST_MS = 0x7FFF_FFFF;

  private final Vm vm;
  private final int id;
  private final long function;
  private final long[] arguments;
  private final long intervalNanos;
  private final boolean repeating;
  private long due;
  private long sequence;
  private boolean cleared;
  private boolean keepsAlive = true;

  /** @param delay in milliseconds, as the program says it */
  Timer(Vm vm, int id, long function, long[] arguments, double delay, boolean repeating) {
    this.vm = vm;
    this.id = id;
    this.function = function;
    this.arguments = arguments;
    double ms = delay >= 1 && delay <= LONGEST_MS ? Math.floor(delay) : 1;
    this.intervalNanos = (long) (ms * 1e6);
    this.repeating = repeating;
    this.due = System.nanoTime() + intervalNanos;
  }

  int id() {
    return id;
  }

  /** In System.nanoTime()'s terms. */
  long due() {
    return due;
  }

  void setSequence(long number) {
    sequence = number;
  }

  /** Sets the time anew. */
  void refresh() {
    due = System.nanoTime() + intervalNanos;
  }

  /** Said before it runs. */
  void begin(long now) {
    due = now + intervalNanos;
  }

  void clear() {
    cleared = true;
  }

  boolean repeats() {
    return repeating && !cleared;
  }

  boolean keepsAlive() {
    return keepsAlive;
  }

  void setKeepsAlive(boolean value) {
    keepsAlive = value;
  }

  @Override
  public void run() {
    if (!cleared) {
      vm.call(function, Values.UNDEFINED, arguments);
    }
  }

  @Override
  public int compareTo(Timer other) {
    int order = Long.compare(due - other.due, 0);
    return order != 0 ? order : Long.compare(sequence, other.sequence);
  }

  @Override
  public void trace(Marker marker) {
    marker.mark(function);
    for (long argument : arguments) {
      marker.mark(argument);
    }
  }
}
