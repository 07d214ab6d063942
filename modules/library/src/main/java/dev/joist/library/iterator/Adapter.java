package dev.joist.library.iterator;

import dev.joist.library.core.Builtins;
import dev.joist.library.core.JsIterator;
import dev.joist.library.core.RootedValues;
import dev.joist.runtime.heap.HandleScope;
import dev.joist.runtime.heap.Marker;
import dev.joist.runtime.vm.JsThrow;
import dev.joist.runtime.vm.Vm;
import dev.joist.spi.value.Values;
import java.util.ArrayDeque;
import java.util.Deque;

/** What Iterator.prototype's methods make of one iterator. */
abstract class Adapter extends IteratorHelper {
  protected final Builtins builtins;
  protected final Vm vm;
  protected final JsIterator source;
  private boolean ended;

  private Adapter(Builtins builtins, JsIterator source) {
    this.builtins = builtins;
    this.vm = builtins.vm();
    this.source = source;
  }

  /** Goes on to the source's next value; after its end it is asked no more. */
  final boolean advance() {
    ended = ended || !source.step();
    return !ended;
  }

  @Override
  void close() {
    source.close();
  }

  @Override
  public void trace(Marker marker) {
    source.trace(marker);
  }

  /** One that has a function called with each value and its number. */
  private abstract static class Calling extends Adapter {
    private final long function;
    private long counter;

    Calling(Builtins builtins, JsIterator source, long function) {
      super(builtins, source);
      this.function = function;
    }

    /** What the function makes of the source's value. */
    long call() {
      try {
        return vm.call(function, Values.UNDEFINED, source.value(), vm.number(counter++));
      } catch (JsThrow _) {
        throw source.abort();
      }
    }

    @Override
    public void trace(Marker marker) {
      super.trace(marker);
      marker.mark(function);
    }
  }

  /** map. */
  static final class Mapped extends Calling {
    Mapped(Builtins builtins, JsIterator source, long function) {
      super(builtins, source, function);
    }

    @Override
    long step() {
      return source.step() ? call() : Values.HOLE;
    }
  }

  /** filter. */
  static final class Filtered extends Calling {
    Filtered(Builtins builtins, JsIterator source, long function) {
      super(builtins, source, function);
    }

    @Override
    long step() {
      while (source.step()) {
        if (builtins.js().toBoolean(call())) {
          return source.value();
        }
      }
      return Values.HOLE;
    }
  }

  /** flatMap. */
  static final class FlatMapped extends Calling {
    private JsIterator inner;

    FlatMapped(Builtins builtins, JsIterator source, long function) {
      super(builtins, source, function);
    }

    @Override
    long step() {
      while (true) {
        if (inner == null) {
          if (!source.step()) {
            return Values.HOLE;
          }
          long mapped = call();
          try (HandleScope scope = vm.heap().openScope()) {
            scope.hold(mapped);
            inner = JsIterator.flatten(builtins, scope, mapped, false);
          } catch (JsThrow _) {
            throw source.abort();
          }
        }
        try {
          if (inner.step()) {
            return inner.value();
          }
        } catch (JsThrow _) {
          throw source.abort();
        }
        inner = null;
      }
    }

    @Override
    void close() {
      if (inner != null) {
        try {
          inner.close();
        } catch (JsThrow _) {
          throw source.abort();
        }
      }
      source.close();
    }

    @Override
    public void trace(Marker marker) {
      super.trace(marker);
      if (inner != null) {
        inner.trace(marker);
      }
    }
  }

  /** take. */
  static final class Taken extends Adapter {
    private double left;

    Taken(Builtins builtins, JsIterator source, double limit) {
      super(builtins, source);
      left = limit;
    }

    @Override
    long step() {
      if (left == 0) {
        source.close();
        return Values.HOLE;
      }
      left--;
      return source.step() ? source.value() : Values.HOLE;
    }
  }

  /** drop. */
  static final class Dropped extends Adapter {
    private double left;

    Dropped(Builtins builtins, JsIterator source, double limit) {
      super(builtins, source);
      left = limit;
    }

    @Override
    long step() {
      for (; left > 0; left--) {
        if (!source.skip()) {
          return Values.HOLE;
        }
      }
      return source.step() ? source.value() : Values.HOLE;
    }
  }

  /** chunks. */
  static final class Chunks extends Adapter {
    private final long length;

    Chunks(Builtins builtins, JsIterator source, long length) {
      super(builtins, source);
      this.length = length;
    }

    @Override
    long step() {
      try (RootedValues chunk = builtins.rootedValues()) {
        while (chunk.size() < length && advance()) {
          chunk.add(source.value());
        }
        return chunk.size() == 0 ? Values.HOLE : chunk.toArray();
      }
    }
  }

  /** windows. */
  static final class Windows extends Adapter {
    private final long length;
    private final boolean partial;
    private boolean partialGiven;
    private final Deque<Long> window = new ArrayDeque<>();

    /** @param partial whether too few values for a window are one as well */
    Windows(Builtins builtins, JsIterator source, long length, boolean partial) {
      super(builtins, source);
      this.length = length;
      this.partial = partial;
    }

    @Override
    long step() {
      if (partialGiven) {
        return Values.HOLE;
      }
      while (advance()) {
        if (window.size() == length) {
          window.removeFirst();
        }
        window.addLast(source.value());
        if (window.size() == length) {
          return give();
        }
      }
      partialGiven = partial && !window.isEmpty() && window.size() < length;
      return partialGiven ? give() : Values.HOLE;
    }

    private long give() {
      return builtins.js().newArrayOf(window.stream().mapToLong(Long::longValue).toArray());
    }

    @Override
    public void trace(Marker marker) {
      super.trace(marker);
      window.forEach(marker::mark);
    }
  }
}
