package dev.joist.runtime.object;

import dev.joist.runtime.heap.Heap;
import dev.joist.runtime.heap.HeapOptions;
import dev.joist.runtime.shape.Attributes;
import dev.joist.runtime.shape.Shapes;
import dev.joist.runtime.string.PropertyKey;
import dev.joist.runtime.string.Strings;
import dev.joist.runtime.string.Symbols;
import dev.joist.spi.layout.CellKind;
import dev.joist.spi.value.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongBinaryOperator;
import java.util.function.LongUnaryOperator;

/** Objects without a VM: functions are cells whose behaviour is in Java maps. */
final class TestRuntime implements AutoCloseable {
  final Heap heap;
  final Strings strings;
  final Symbols symbols;
  final Shapes shapes;
  final Objects objects;
  final long objectPrototype;
  final long arrayPrototype;
  final long functionPrototype;
  final List<Long> roots = new ArrayList<>();
  private final Map<Long, LongUnaryOperator> getters = new HashMap<>();
  private final Map<Long, LongBinaryOperator> setters = new HashMap<>();

  TestRuntime() {
    this(new HeapOptions(512 << 20, true, false));
  }

  TestRuntime(HeapOptions options) {
    heap = new Heap(options, (address, bytes) -> {});
    Calls calls = new TestCalls();
    strings = new Strings(heap, calls);
    symbols = new Symbols(heap);
    shapes = new Shapes(heap);
    objects = new Objects(heap, strings, shapes, calls);
    objectPrototype = root(objects.factory().newObject(CellKind.OBJECT, Values.NULL));
    arrayPrototype = root(objects.factory().newObject(CellKind.ARRAY, objectPrototype));
    functionPrototype = root(objects.factory().newObject(CellKind.OBJECT, objectPrototype));
    objects.factory().setPrototypes(objectPrototype, arrayPrototype);
    heap.addRoots(marker -> roots.forEach(marker::mark));
  }

  long root(long value) {
    roots.add(value);
    return value;
  }

  long key(String text) {
    return strings.key(text);
  }

  long string(String text) {
    return strings.fromJava(text);
  }

  long plain() {
    return root(objects.factory().newPlain());
  }

  long function() {
    return root(objects.factory().newObject(CellKind.FUNCTION, functionPrototype));
  }

  /** A function that as a getter answers this of the receiver. */
  long getter(LongUnaryOperator body) {
    long function = function();
    getters.put(function, body);
    return function;
  }

  /** A function that as a setter does this with receiver and value. */
  long setter(LongBinaryOperator body) {
    long function = function();
    setters.put(function, body);
    return function;
  }

  /** Keys as texts, symbols as Symbol(description). */
  List<String> texts(KeyList keys) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      texts.add(strings.describeKey(keys.get(i)));
    }
    return texts;
  }

  @Override
  public void close() {
    heap.close();
  }

  private final class TestCalls implements Calls {
    @Override
    public long callGetter(long getter, long receiver) {
      return getters.get(getter).applyAsLong(receiver);
    }

    @Override
    public void callSetter(long setter, long receiver, long value) {
      setters.get(setter).applyAsLong(receiver, value);
    }

    @Override
    public double toNumber(long value) {
      if (Strings.isString(value)) {
        return Double.parseDouble(strings.toJava(value));
      }
      return Values.isNumber(value) ? Values.asNumber(value) : Double.NaN;
    }

    @Override
    public void defineFunctionProperties(long function) {
      objects.addOwn(function, strings.key("length"), Values.int32(2), Attributes.CONFIGURABLE);
      objects.addOwn(function, strings.key("name"), strings.fromJava("f"), Attributes.CONFIGURABLE);
      objects.addOwn(function, strings.key("prototype"), objects.factory().newPlain(), Attributes.WRITABLE);
    }

    @Override
    public RuntimeException typeError(String message) {
      return new IllegalArgumentException("TypeError: " + message);
    }

    @Override
    public RuntimeException rangeError(String message) {
      return new IllegalArgumentException("RangeError: " + message);
    }
  }

  static long index(long index) {
    return PropertyKey.ofIndex(index);
  }
}
