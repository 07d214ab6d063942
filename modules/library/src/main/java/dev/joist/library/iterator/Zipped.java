package dev.joist.library.iterator;

import dev.joist.library.core.Builtins;
import dev.joist.library.core.JsIterator;
import dev.joist.library.core.RootedValues;
import dev.joist.runtime.heap.Marker;
import dev.joist.runtime.vm.JsThrow;
import dev.joist.runtime.vm.Vm;
import dev.joist.spi.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Iterator.zip and Iterator.zipKeyed: a step of each of several iterators at a time. */
final class Zipped extends IteratorHelper {
  /** When it ends. */
  enum Mode { SHORTEST, LONGEST, STRICT }

  private final Builtins builtins;
  private final Vm vm;
  private final Mode mode;
  /** Null in the place of one that has ended, in mode LONGEST. */
  private final JsIterator[] iterators;
  private final List<JsIterator> open;
  /** What stands for the values of iterators that have ended. */
  private final long[] padding;
  /** Of the objects made; null to make Arrays. */
  private final long[] keys;

  Zipped(Builtins builtins, Mode mode, List<JsIterator> iterators, long[] padding, long[] keys) {
    this.builtins = builtins;
    this.vm = builtins.vm();
    this.mode = mode;
    this.iterators = iterators.toArray(new JsIterator[0]);
    this.open = new ArrayList<>(iterators);
    this.padding = padding;
    this.keys = keys;
  }

  @Override
  long step() {
    if (iterators.length == 0) {
      return Values.HOLE;
    }
    try (RootedValues values = builtins.rootedValues()) {
      for (int i = 0; i < iterators.length; i++) {
        if (iterators[i] == null) {
          values.add(padding[i]);
        } else if (goesOn(iterators[i], JsIterator::step)) {
          values.add(iterators[i].value());
        } else if (mode == Mode.LONGEST && !open.isEmpty()) {
          iterators[i] = null;
          values.add(padding[i]);
        } else {
          end(i);
          return Values.HOLE;
        }
      }
      return keys == null ? values.toArray() : keyed(values);
    }
  }

  /** Goes on with one; one that ends or fails is closed no more. */
  private boolean goesOn(JsIterator iterator, Predicate<JsIterator> step) {
    try {
      if (step.test(iterator)) {
        return true;
      }
    } catch (JsThrow _) {
      open.remove(iterator);
      throw JsIterator.abortAll(open, vm);
    }
    open.remove(iterator);
    return false;
  }

  /** An iterator has ended that ends all. */
  private void end(int index) {
    if (mode == Mode.STRICT && index > 0) {
      throw unequal();
    }
    if (mode == Mode.STRICT) {
      for (int i = 1; i < iterators.length; i++) {
        if (goesOn(iterators[i], JsIterator::skip)) {
          throw unequal();
        }
      }
    }
    JsIterator.closeAll(open);
  }

  private JsThrow unequal() {
    vm.typeError("Iterators passed to Iterator.zip with { mode: \"strict\" } are not of equal length");
    return JsIterator.abortAll(open, vm);
  }

  private long keyed(RootedValues values) {
    long result = builtins.js().newObject(Values.NULL);
    for (int i = 0; i < keys.length; i++) {
      builtins.js().createDataProperty(result, keys[i], values.get(i));
    }
    return result;
  }

  @Override
  void close() {
    JsIterator.closeAll(open);
  }

  @Override
  public void trace(Marker marker) {
    for (int i = 0; i < iterators.length; i++) {
      if (iterators[i] != null) {
        iterators[i].trace(marker);
      }
      marker.mark(padding[i]);
      if (keys != null) {
        marker.mark(keys[i]);
      }
    }
  }
}
