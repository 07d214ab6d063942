package dev.joist.library.iterator;

import dev.joist.runtime.heap.Traced;
import dev.joist.runtime.vm.Vm;
import dev.joist.spi.value.Values;

/**
 * The payload of an Iterator Helper object: an iterator whose steps are made from those of others. The standard describes them as generators, so it has
 * a generator's states.
 */
abstract class IteratorHelper implements Traced {
  private enum State { NOT_STARTED, SUSPENDED, RUNNING, DONE }

  private State state = State.NOT_STARTED;

  /** Makes the next value; the hole when there is none. The helper's object is alive meanwhile. */
  abstract long step();

  /** Closes the iterators that it takes values from. */
  abstract void close();

  /** The next value, or the hole at the end, which is for good. */
  final long next(Vm vm) {
    checkIdle(vm);
    if (state == State.DONE) {
      return Values.HOLE;
    }
    state = State.RUNNING;
    State after = State.DONE;
    try {
      long value = step();
      if (value != Values.HOLE) {
        after = State.SUSPENDED;
      }
      return value;
    } finally {
      state = after;
    }
  }

  /** Nobody wants the rest. */
  final void end(Vm vm) {
    checkIdle(vm);
    if (state == State.DONE) {
      return;
    }
    state = state == State.NOT_STARTED ? State.DONE : State.RUNNING;
    try {
      close();
    } finally {
      state = State.DONE;
    }
  }

  private void checkIdle(Vm vm) {
    if (state == State.RUNNING) {
      throw vm.typeError("Generator is already running");
    }
  }
}
