package dev.joist.library.iterator;

import dev.joist.library.core.Builtins;
import dev.joist.library.core.JsIterator;
import dev.joist.runtime.heap.HandleScope;
import dev.joist.runtime.heap.Marker;
import dev.joist.spi.value.Values;

/** Iterator.concat: one iterable after the other, each opened when it is its turn. */
final class Concatenated extends IteratorHelper {
  private final Builtins builtins;
  private final long[] iterables;
  private final long[] methods;
  private int opened;
  private JsIterator current;

  /** @param methods of each iterable, what makes its iterator */
  Concatenated(Builtins builtins, long[] iterables, long[] methods) {
    this.builtins = builtins;
    this.iterables = iterables;
    this.methods = methods;
  }

  @Override
  long step() {
    while (true) {
      if (current == null) {
        if (opened == iterables.length) {
          return Values.HOLE;
        }
        try (HandleScope scope = builtins.vm().heap().openScope()) {
          current = JsIterator.openWith(builtins, scope, iterables[opened], methods[opened]);
          opened++;
        }
      }
      if (current.step()) {
        return current.value();
      }
      current = null;
    }
  }

  @Override
  void close() {
    if (current != null) {
      current.close();
    }
  }

  @Override
  public void trace(Marker marker) {
    for (int i = opened; i < iterables.length; i++) {
      marker.mark(iterables[i]);
      marker.mark(methods[i]);
    }
    if (current != null) {
      current.trace(marker);
    }
  }
}
