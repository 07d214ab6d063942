package dev.joist.library.iterator;

import dev.joist.library.core.Builtins;
import dev.joist.library.core.JsIterator;
import dev.joist.library.core.Natives;
import dev.joist.library.core.Root;
import dev.joist.runtime.heap.Marker;
import dev.joist.runtime.heap.Traced;
import dev.joist.runtime.vm.Arguments;
import dev.joist.runtime.vm.Intrinsic;
import dev.joist.spi.value.Values;

/** %WrapForValidIteratorPrototype%: gives iterators that do not inherit from Iterator.prototype its methods. */
final class WrappedIterators extends Natives {
  private static final String PROTOTYPE_MEMBERS = "next/0, return/0";

  private final Root prototype;

  /** The payload of a wrapper. */
  private record Wrapped(JsIterator iterator) implements Traced {
    @Override
    public void trace(Marker marker) {
      iterator.trace(marker);
    }
  }

  WrappedIterators(Builtins builtins) {
    super(builtins);
    prototype = builtins.root(js.newObject(vm.realm(Intrinsic.ITERATOR_PROTOTYPE)));
    builtins.define().members(prototype.get(), PROTOTYPE_MEMBERS, this);
  }

  long create(JsIterator iterator) {
    return js.newHost(prototype.get(), new Wrapped(iterator));
  }

  @Override
  protected long call(Arguments a, String member) {
    if (!(js.payload(a.thisValue()) instanceof Wrapped wrapped)) {
      throw js.describe().incompatible("%WrapForValidIteratorPrototype%." + member, a.thisValue());
    }
    switch (member) {
      case "next" -> {
        return wrapped.iterator.next();
      }
      case "return" -> {
        long method = js.getMethod(wrapped.iterator.object(), js.names().returnName);
        return method == Values.UNDEFINED ? js.iteratorResult(Values.UNDEFINED, true) : vm.call(method, wrapped.iterator.object());
      }
      default -> throw unknown(member);
    }
  }
}
