package dev.joist.library.core;

import dev.joist.runtime.heap.Handle;
import dev.joist.runtime.heap.HandleScope;
import dev.joist.runtime.heap.Marker;
import dev.joist.runtime.heap.Traced;
import dev.joist.runtime.operations.ArrayIterator;
import dev.joist.runtime.operations.Iterators;
import dev.joist.runtime.string.Strings;
import dev.joist.runtime.vm.Intrinsic;
import dev.joist.runtime.vm.JsThrow;
import dev.joist.runtime.vm.Vm;
import dev.joist.spi.value.Values;
import java.util.List;

/** An iterator of the program's, as the standard's Iterator Record. Its Values live as long as somebody traces it: mostly a scope that it is held in. */
public final class JsIterator implements Traced {
  private final Vm vm;
  private final Js js;
  private final long iterator;
  private long next = Values.UNDEFINED;
  private long value = Values.UNDEFINED;
  /** What the iterator is, when its next method is the original one of arrays; else null. */
  private ArrayIterator array;

  private JsIterator(Builtins builtins, long iterator) {
    this.vm = builtins.vm();
    this.js = builtins.js();
    this.iterator = iterator;
  }

  /** GetIterator(iterable, sync). */
  public static JsIterator open(Builtins builtins, HandleScope scope, long iterable) {
    Js js = builtins.js();
    if (ArrayIterator.isPlain(builtins.vm(), iterable)) {
      return direct(builtins, scope, ArrayIterator.create(builtins.vm(), iterable, ArrayIterator.Kind.VALUES));
    }
    long method = Values.isNullish(iterable) ? Values.UNDEFINED : js.getMethod(iterable, builtins.symbols().iterator());
    if (method == Values.UNDEFINED) {
      throw builtins.vm().typeError(js.describe().withType(iterable) + " is not iterable (cannot read property Symbol(Symbol.iterator))");
    }
    return openWith(builtins, scope, iterable, method);
  }

  /** GetIteratorFromMethod. */
  public static JsIterator openWith(Builtins builtins, HandleScope scope, long iterable, long method) {
    long iterator = builtins.vm().call(method, iterable);
    if (!builtins.js().isObject(iterator)) {
      throw builtins.vm().typeError("Result of the Symbol.iterator method is not an object");
    }
    return direct(builtins, scope, iterator);
  }

  /** As the other, an async iterator that gives what the method's gives. */
  public static JsIterator openAsync(Builtins builtins, HandleScope scope, long iterable, long method) {
    JsIterator sync = openWith(builtins, scope, iterable, method);
    return direct(builtins, scope, builtins.vm().asyncOperations().fromSync(sync.iterator, sync.next));
  }

  /** GetIteratorFlattenable: an iterable object, or an iterator; if that is wanted a string as well. */
  public static JsIterator flatten(Builtins builtins, HandleScope scope, long value, boolean stringsToo) {
    Js js = builtins.js();
    if (!js.isObject(value) && !(stringsToo && Strings.isString(value))) {
      throw builtins.vm().typeError(js.describe(value) + " is not an object");
    }
    long method = js.getMethod(value, builtins.symbols().iterator());
    long iterator = method == Values.UNDEFINED ? value : builtins.vm().call(method, value);
    if (!js.isObject(iterator)) {
      throw builtins.vm().typeError(js.describe(iterator) + " is not an object");
    }
    return direct(builtins, scope, iterator);
  }

  /** GetIteratorDirect: the object is an iterator itself. */
  public static JsIterator direct(Builtins builtins, HandleScope scope, long iterator) {
    JsIterator opened = unopened(builtins, scope, iterator);
    opened.open();
    return opened;
  }

  /** An iterator of which nothing is known but that it can be closed. */
  public static JsIterator unopened(Builtins builtins, HandleScope scope, long iterator) {
    return scope.hold(new JsIterator(builtins, iterator));
  }

  private void open() {
    next = js.get(iterator, js.names().next);
    array = next == vm.realm(Intrinsic.ARRAY_ITERATOR_NEXT) ? ArrayIterator.of(vm, iterator) : null;
  }

  /** Goes on to the next value; false when there is none. */
  public boolean step() {
    if (array != null) {
      value = array.step(vm);
      return value != Values.HOLE;
    }
    if (!skip()) {
      return false;
    }
    value = js.get(value, js.names().value);
    return true;
  }

  /** As {@link #step}, without asking for the value. */
  public boolean skip() {
    value = next();
    if (!js.isObject(value)) {
      throw vm.typeError("Iterator result " + js.describe(value) + " is not an object");
    }
    return !js.toBoolean(js.get(value, js.names().done));
  }

  /** What the iterator's next method answers, whatever that is. */
  public long next() {
    return vm.call(next, iterator);
  }

  /** What the last step came to; alive until the next step. */
  public long value() {
    return value;
  }

  public long object() {
    return iterator;
  }

  /** IteratorClose after a normal end before the iterator's own. */
  public void close() {
    long method = js.getMethod(iterator, js.names().returnName);
    if (method != Values.UNDEFINED) {
      long result = vm.call(method, iterator);
      if (!js.isObject(result)) {
        throw vm.typeError(js.describe(result) + " is not an object");
      }
    }
  }

  /** IteratorClose because of an exception, which goes on whatever the iterator says. */
  public JsThrow abort() {
    try (HandleScope scope = vm.heap().openScope()) {
      Handle pending = scope.hold(vm.takeException());
      Iterators.close(vm, iterator, true);
      return vm.rethrow(pending.get());
    }
  }

  /** Closes several, the last one first, after a normal end. */
  public static void closeAll(List<JsIterator> iterators) {
    for (int i = iterators.size() - 1; i >= 0; i--) {
      try {
        iterators.get(i).close();
      } catch (JsThrow _) {
        throw abortAll(iterators.subList(0, i), iterators.get(i).vm);
      }
    }
  }

  /** Closes several, the last one first, because of an exception, which goes on whatever the iterators say. */
  public static JsThrow abortAll(List<JsIterator> iterators, Vm vm) {
    JsThrow thrown = vm.pending();
    for (int i = iterators.size() - 1; i >= 0; i--) {
      thrown = iterators.get(i).abort();
    }
    return thrown;
  }

  @Override
  public void trace(Marker marker) {
    marker.mark(iterator);
    marker.mark(next);
    marker.mark(value);
  }
}
