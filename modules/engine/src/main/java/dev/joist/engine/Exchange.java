package dev.joist.engine;

import dev.joist.embedding.ObjectValue;
import dev.joist.embedding.Value;
import dev.joist.runtime.object.KeyList;
import dev.joist.runtime.object.Objects;
import dev.joist.runtime.shape.Attributes;
import dev.joist.runtime.string.Strings;
import dev.joist.runtime.vm.Callees;
import dev.joist.runtime.vm.Vm;
import dev.joist.spi.value.Values;
import java.util.ArrayList;
import java.util.List;

/** Values of an engine as applications see them, and back. Used on the engine's thread only, but for the objects that it hands out. */
final class Exchange {
  private final Session session;
  private final Vm vm;
  private final References references = new References();

  Exchange(Session session, Vm vm) {
    this.session = session;
    this.vm = vm;
    vm.heap().addRoots(references);
  }

  Value toJava(long word) {
    if (word == Values.UNDEFINED) {
      return Value.UNDEFINED;
    } else if (word == Values.NULL) {
      return Value.NULL;
    } else if (Values.isBoolean(word)) {
      return Value.of(word == Values.TRUE);
    } else if (Values.isNumber(word)) {
      return Value.of(Values.asNumber(word));
    } else if (Strings.isString(word)) {
      return Value.of(vm.strings().toJava(word));
    } else if (Objects.isObject(word)) {
      return new Handle(this, word);
    }
    return new OpaqueHandle(this, word, vm.errors().describe(word));
  }

  ObjectValue object(long word) {
    return new Handle(this, word);
  }

  /** @throws IllegalArgumentException for an object of another engine */
  long toWord(Value value) {
    return switch (value) {
      case Value.Undefined _ -> Values.UNDEFINED;
      case Value.Null _ -> Values.NULL;
      case Value.Bool bool -> Values.bool(bool.value());
      case Value.Num number -> vm.number(number.value());
      case Value.Text text -> vm.strings().fromJava(text.value());
      case Handle handle when handle.exchange == this -> references.get(handle.index);
      case OpaqueHandle handle when handle.exchange == this -> references.get(handle.index);
      default -> throw new IllegalArgumentException(value + " is not a value of this engine");
    };
  }

  private static final class OpaqueHandle implements Value.Opaque {
    private final Exchange exchange;
    private final int index;
    private final String description;

    OpaqueHandle(Exchange exchange, long word, String description) {
      this.exchange = exchange;
      this.index = exchange.references.hold(this, word);
      this.description = description;
    }

    @Override
    public String toString() {
      return description;
    }
  }

  /** An object; every use goes through the engine's thread. */
  private static final class Handle implements ObjectValue {
    private final Exchange exchange;
    private final int index;
    private final boolean function;
    private final boolean array;
    private final String description;

    Handle(Exchange exchange, long word) {
      this.exchange = exchange;
      this.index = exchange.references.hold(this, word);
      this.function = Callees.isCallable(word);
      this.array = Objects.isArray(word);
      this.description = exchange.vm.errors().describe(word);
    }

    @Override
    public boolean isFunction() {
      return function;
    }

    @Override
    public boolean isArray() {
      return array;
    }

    @Override
    public Value get(String key) {
      return exchange.session.call(() -> {
        long object = word();
        return exchange.toJava(exchange.vm.objects().get(object, exchange.vm.strings().key(key)));
      });
    }

    @Override
    public void set(String key, Value value) {
      exchange.session.call(() -> {
        Vm vm = exchange.vm;
        if (!vm.objects().set(word(), vm.strings().key(key), exchange.toWord(value))) {
          throw vm.typeError("Cannot assign to read only property '" + key + "' of object '" + description + "'");
        }
        return Value.UNDEFINED;
      });
    }

    @Override
    public List<String> keys() {
      List<String> names = new ArrayList<>();
      exchange.session.call(() -> {
        Vm vm = exchange.vm;
        KeyList keys = vm.objects().ownKeys(word());
        for (int i = 0; i < keys.size(); i++) {
          long text = vm.strings().keyToValue(keys.get(i));
          int attributes = vm.objects().ownAttributes(word(), keys.get(i));
          if (Strings.isString(text) && attributes >= 0 && (attributes & Attributes.ENUMERABLE) != 0) {
            names.add(vm.strings().toJava(text));
          }
        }
        return Value.UNDEFINED;
      });
      return names;
    }

    @Override
    public Value callWith(Value thisValue, Value... arguments) {
      return exchange.session.call(() -> {
        long[] words = new long[arguments.length];
        for (int i = 0; i < words.length; i++) {
          words[i] = exchange.toWord(arguments[i]);
        }
        return exchange.toJava(exchange.vm.call(word(), exchange.toWord(thisValue), words));
      });
    }

    private long word() {
      return exchange.references.get(index);
    }

    @Override
    public String toString() {
      return description;
    }
  }
}
