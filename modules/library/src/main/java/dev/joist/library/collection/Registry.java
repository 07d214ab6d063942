package dev.joist.library.collection;

import dev.joist.library.async.Jobs;
import dev.joist.runtime.heap.Liveness;
import dev.joist.runtime.heap.Marker;
import dev.joist.runtime.heap.Traced;
import dev.joist.runtime.heap.WeakTraced;
import dev.joist.runtime.vm.Vm;
import dev.joist.spi.value.Values;
import java.util.ArrayList;
import java.util.List;

/** A FinalizationRegistry's payload. As long as it waits to call back it is among the jobs, and so alive. */
final class Registry implements Traced, WeakTraced, Jobs.Job {
  private final Vm vm;
  private final Jobs jobs;
  private final long callback;
  private final List<Registration> registrations = new ArrayList<>();
  private boolean waiting;

  /** Target and token are not kept alive; undefined when they are gone, or when there is no token. */
  private static final class Registration {
    private long target;
    private final long held;
    private long token;

    Registration(long target, long held, long token) {
      this.target = target;
      this.held = held;
      this.token = token;
    }
  }

  Registry(Vm vm, Jobs jobs, long callback) {
    this.vm = vm;
    this.jobs = jobs;
    this.callback = callback;
  }

  void register(long target, long held, long token) {
    registrations.add(new Registration(target, held, token));
  }

  /** Forgets all that was registered with a token; false when there was nothing. */
  boolean unregister(long token) {
    return registrations.removeIf(registration -> registration.token == token);
  }

  /** Calls back for each target that is gone. */
  @Override
  public void run() {
    waiting = false;
    for (Registration gone = nextGone(); gone != null; gone = nextGone()) {
      vm.call(callback, Values.UNDEFINED, gone.held);
    }
  }

  /** Asked anew each time, since the program may unregister others meanwhile. */
  private Registration nextGone() {
    for (int i = 0; i < registrations.size(); i++) {
      if (registrations.get(i).target == Values.UNDEFINED) {
        return registrations.remove(i);
      }
    }
    return null;
  }

  @Override
  public void trace(Marker marker) {
    marker.mark(callback);
    for (Registration registration : registrations) {
      marker.mark(registration.held);
    }
  }

  @Override
  public void traceEphemerons(Marker marker, Liveness liveness) {
    // Nothing is alive because of targets and tokens.
  }

  @Override
  public void clearDead(Liveness liveness) {
    for (Registration registration : registrations) {
      registration.token = liveOrUndefined(registration.token, liveness);
      if (registration.target != Values.UNDEFINED) {
        registration.target = liveOrUndefined(registration.target, liveness);
        if (registration.target == Values.UNDEFINED && !waiting) {
          waiting = true;
          jobs.addCleanup(this);
        }
      }
    }
  }

  private static long liveOrUndefined(long value, Liveness liveness) {
    return value != Values.UNDEFINED && liveness.isLive(Values.address(value)) ? value : Values.UNDEFINED;
  }
}
