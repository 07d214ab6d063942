package dev.joist.library.async;

import dev.joist.library.core.Inspectable;
import dev.joist.runtime.heap.Marker;
import dev.joist.runtime.heap.Traced;
import dev.joist.spi.value.Values;
import java.util.ArrayList;
import java.util.List;

/** A promise's payload. */
final class PromiseState implements Traced, Inspectable {
  /** What may have become of a promise. */
  enum Status { PENDING, FULFILLED, REJECTED }

  private Status status = Status.PENDING;
  private long result = Values.UNDEFINED;
  private List<Waiter> waiters = new ArrayList<>(1);
  private boolean handled;

  Status status() {
    return status;
  }

  /** The value, or the reason. */
  long result() {
    return result;
  }

  boolean isHandled() {
    return handled;
  }

  void setHandled() {
    handled = true;
  }

  void addWaiter(Waiter waiter) {
    waiters.add(waiter);
  }

  /** Settles it and answers who waits for that. */
  List<Waiter> settle(Status newStatus, long newResult) {
    List<Waiter> waiting = waiters;
    status = newStatus;
    result = newResult;
    waiters = List.of();
    return waiting;
  }

  @Override
  public void trace(Marker marker) {
    marker.mark(result);
    for (Waiter waiter : waiters) {
      waiter.trace(marker);
    }
  }

  @Override
  public Shown show(long object) {
    return switch (status) {
      case PENDING -> Shown.braces("Promise", List.of("<pending>"), List.of());
      case FULFILLED -> Shown.braces("Promise", List.of(), List.of(new Labelled("", result)));
      case REJECTED -> Shown.braces("Promise", List.of(), List.of(new Labelled("<rejected> ", result)));
    };
  }

  /** Who waits for a promise. */
  sealed interface Waiter extends Traced permits Reaction, Continuation {}

  /** Something of Java's that goes on when a promise is settled. It throws nothing. */
  non-sealed interface Continuation extends Waiter {
    /** @param value the value, or the reason; kept alive by the caller */
    void settled(boolean fulfilled, long value);
  }

  /**
   * What happens when a promise is settled.
   *
   * @param capability what to settle with the handlers' result
   * @param onFulfilled a function, or undefined to pass the value on
   * @param onRejected a function, or undefined to pass the reason on
   */
  record Reaction(Capability capability, long onFulfilled, long onRejected) implements Waiter {
    @Override
    public void trace(Marker marker) {
      capability.trace(marker);
      marker.mark(onFulfilled);
      marker.mark(onRejected);
    }
  }

  /**
   * A promise and how to settle it.
   *
   * @param resolve a function, or undefined for a promise of the original class, which is settled directly
   * @param reject as resolve
   */
  record Capability(long promise, long resolve, long reject) implements Traced {
    /** Of nobody: what a handler answers is dropped. */
    static final Capability NONE = new Capability(Values.UNDEFINED, Values.UNDEFINED, Values.UNDEFINED);

    @Override
    public void trace(Marker marker) {
      marker.mark(promise);
      marker.mark(resolve);
      marker.mark(reject);
    }
  }
}
