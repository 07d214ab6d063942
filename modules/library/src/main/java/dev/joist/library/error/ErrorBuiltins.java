package dev.joist.library.error;

import dev.joist.library.core.Builtins;
import dev.joist.library.core.JsIterator;
import dev.joist.library.core.Js;
import dev.joist.library.core.Natives;
import dev.joist.library.core.RootedValues;
import dev.joist.runtime.heap.Handle;
import dev.joist.runtime.heap.HandleScope;
import dev.joist.runtime.object.Objects;
import dev.joist.runtime.shape.Attributes;
import dev.joist.runtime.vm.Arguments;
import dev.joist.runtime.vm.Intrinsic;
import dev.joist.spi.layout.CellKind;
import dev.joist.spi.value.Values;

/** One kind of error: constructor and prototype. */
public final class ErrorBuiltins extends Natives {
  private static final String AGGREGATE = "AggregateError";
  private static final String PROTOTYPE_MEMBERS = "toString/0";
  private static final String MEMBERS = "captureStackTrace/2, isError/1";

  private final String name;
  private final long prototype;

  private ErrorBuiltins(Builtins builtins, String name, long prototype) {
    super(builtins);
    this.name = name;
    this.prototype = prototype;
  }

  /** Defines Error's prototype and makes the constructor. */
  public static long define(Builtins builtins) {
    long prototype = builtins.vm().realm(Intrinsic.ERROR_PROTOTYPE);
    ErrorBuiltins error = new ErrorBuiltins(builtins, "Error", prototype);
    long constructor = builtins.define().constructor("Error", 1, error, prototype);
    error.defineText(prototype);
    builtins.define().members(prototype, PROTOTYPE_MEMBERS, error);
    builtins.define().members(constructor, MEMBERS, error);
    builtins.define().value(constructor, builtins.vm().strings().permanentKey("stackTraceLimit"), Values.int32(10), "wec");
    return constructor;
  }

  /**
   * Defines the prototype of a kind of error and makes the constructor.
   *
   * @param prototype kept alive by the caller
   * @param parent the Error constructor
   */
  public static long define(Builtins builtins, String name, long prototype, long parent) {
    ErrorBuiltins error = new ErrorBuiltins(builtins, name, prototype);
    long constructor = builtins.define().constructor(name, name.equals(AGGREGATE) ? 2 : 1, error, prototype, parent);
    error.defineText(prototype);
    return constructor;
  }

  private void defineText(long onPrototype) {
    builtins.define().value(onPrototype, js.names().name, vm.strings().fromJava(name), "wc");
    builtins.define().value(onPrototype, js.names().message, vm.strings().empty(), "wc");
  }

  @Override
  protected long call(Arguments a, String member) {
    return switch (member) {
      case "toString" -> {
        if (!js.isObject(a.thisValue())) {
          throw js.describe().incompatible("Error.prototype.toString", a.thisValue());
        }
        yield vm.strings().fromJava(text(js, a.thisValue()));
      }
      case "isError" -> Values.bool(js.isObject(a.get(0)) && Objects.kind(a.get(0)) == CellKind.ERROR);
      case "captureStackTrace" -> captureStackTrace(a);
      default -> construct(a);
    };
  }

  private long construct(Arguments a) {
    boolean aggregate = name.equals(AGGREGATE);
    long message = a.get(aggregate ? 1 : 0);
    long options = a.get(aggregate ? 2 : 1);
    try (HandleScope scope = vm.heap().openScope()) {
      Handle error = scope.hold(vm.errors().create(js.prototypeFor(a, prototype)));
      Handle text = scope.hold(message == Values.UNDEFINED ? Values.UNDEFINED : js.toStringValue(message));
      if (!a.isConstruct() || a.newTarget() == a.callee()) {
        vm.errors().captureStack(error.get(), header(error.get(), text.get()));
      } else {
        LazyStack.capture(builtins, error.get());
      }
      if (text.get() != Values.UNDEFINED) {
        vm.objects().createDataProperty(error.get(), js.names().message, text.get(), Attributes.METHOD);
      }
      if (js.isObject(options) && js.has(options, js.names().cause)) {
        vm.objects().createDataProperty(error.get(), js.names().cause, js.get(options, js.names().cause), Attributes.METHOD);
      }
      if (aggregate) {
        vm.objects().createDataProperty(error.get(), vm.strings().key("errors"), listed(a.get(0)), Attributes.METHOD);
      }
      return error.get();
    }
  }

  private String header(long error, long message) {
    long kind = js.get(error, js.names().name);
    String kindText = kind == Values.UNDEFINED ? "Error" : js.toText(kind);
    return joined(kindText, message == Values.UNDEFINED ? "" : vm.strings().toJava(message));
  }

  private long listed(long iterable) {
    try (HandleScope scope = vm.heap().openScope(); RootedValues errors = builtins.rootedValues()) {
      JsIterator iterator = JsIterator.open(builtins, scope, iterable);
      while (iterator.step()) {
        errors.add(iterator.value());
      }
      return errors.toArray();
    }
  }

  private long captureStackTrace(Arguments a) {
    if (!js.isObject(a.get(0))) {
      throw vm.typeError("Invalid argument");
    }
    boolean error = Objects.kind(a.get(0)) == CellKind.ERROR;
    vm.errors().captureStack(a.get(0), error || js.has(a.get(0), js.names().message) ? text(js, a.get(0)) : js.describe().constructorName(a.get(0)));
    return Values.UNDEFINED;
  }

  /** Error.prototype.toString of an object. */
  public static String text(Js js, long error) {
    long kind = js.get(error, js.names().name);
    String kindText = kind == Values.UNDEFINED ? "Error" : js.toText(kind);
    long message = js.get(error, js.names().message);
    return joined(kindText, message == Values.UNDEFINED ? "" : js.toText(message));
  }

  private static String joined(String kind, String message) {
    return kind.isEmpty() ? message : message.isEmpty() ? kind : kind + ": " + message;
  }
}
