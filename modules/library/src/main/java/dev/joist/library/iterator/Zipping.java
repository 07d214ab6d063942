package dev.joist.library.iterator;

import dev.joist.library.core.Builtins;
import dev.joist.library.core.Js;
import dev.joist.library.core.JsIterator;
import dev.joist.library.core.RootedValues;
import dev.joist.runtime.heap.Handle;
import dev.joist.runtime.heap.HandleScope;
import dev.joist.runtime.object.KeyList;
import dev.joist.runtime.vm.JsThrow;
import dev.joist.runtime.vm.Vm;
import dev.joist.spi.value.Values;
import java.util.ArrayList;
import java.util.List;

/** Iterator.zip and Iterator.zipKeyed: what they do before the first step. */
final class Zipping {
  private final Builtins builtins;
  private final Vm vm;
  private final Js js;
  private final IteratorHelpers helpers;

  Zipping(Builtins builtins, IteratorHelpers helpers) {
    this.builtins = builtins;
    this.vm = builtins.vm();
    this.js = builtins.js();
    this.helpers = helpers;
  }

  /** What the second argument asks for. */
  private record Options(Zipped.Mode mode, Handle padding) {}

  long zip(long iterables, long optionsObject) {
    try (HandleScope scope = vm.heap().openScope(); RootedValues padding = builtins.rootedValues()) {
      Options options = options(scope, iterables, optionsObject);
      List<JsIterator> iterators = new ArrayList<>();
      JsIterator input = JsIterator.open(builtins, scope, iterables);
      while (nextInput(input, iterators)) {
        try {
          iterators.add(JsIterator.flatten(builtins, scope, input.value(), false));
        } catch (JsThrow _) {
          JsIterator.abortAll(iterators, vm);
          throw input.abort();
        }
      }
      try {
        pad(scope, options, iterators.size(), padding);
      } catch (JsThrow _) {
        throw JsIterator.abortAll(iterators, vm);
      }
      return helpers.create(new Zipped(builtins, options.mode, iterators, padding.copy(), null));
    }
  }

  private boolean nextInput(JsIterator input, List<JsIterator> iterators) {
    try {
      return input.step();
    } catch (JsThrow _) {
      throw JsIterator.abortAll(iterators, vm);
    }
  }

  /** Takes the padding's values from its iterator, undefined after its end. */
  private void pad(HandleScope scope, Options options, int count, RootedValues padding) {
    JsIterator source = options.padding.get() == Values.UNDEFINED ? null : JsIterator.open(builtins, scope, options.padding.get());
    for (int i = 0; i < count; i++) {
      if (source != null && !source.step()) {
        source = null;
      }
      padding.add(source == null ? Values.UNDEFINED : source.value());
    }
    if (source != null) {
      source.close();
    }
  }

  long zipKeyed(long iterables, long optionsObject) {
    try (HandleScope scope = vm.heap().openScope(); RootedValues padding = builtins.rootedValues(); RootedValues used = builtins.rootedValues()) {
      Options options = options(scope, iterables, optionsObject);
      List<JsIterator> iterators = new ArrayList<>();
      KeyList keys = js.ownKeys(scope, iterables);
      Handle value = scope.hold(Values.UNDEFINED);
      try {
        for (int i = 0; i < keys.size(); i++) {
          value.set(js.isOwnEnumerable(iterables, keys.get(i)) ? js.get(iterables, keys.get(i)) : Values.UNDEFINED);
          if (value.get() != Values.UNDEFINED) {
            iterators.add(JsIterator.flatten(builtins, scope, value.get(), false));
            used.add(keys.get(i));
          }
        }
        for (int i = 0; i < used.size(); i++) {
          padding.add(options.padding.get() == Values.UNDEFINED ? Values.UNDEFINED : js.get(options.padding.get(), used.get(i)));
        }
      } catch (JsThrow _) {
        throw JsIterator.abortAll(iterators, vm);
      }
      return helpers.create(new Zipped(builtins, options.mode, iterators, padding.copy(), used.copy()));
    }
  }

  private Options options(HandleScope scope, long iterables, long options) {
    if (!js.isObject(iterables)) {
      throw vm.typeError(js.describe(iterables) + " is not an object");
    }
    Handle padding = scope.hold(Values.UNDEFINED);
    if (options == Values.UNDEFINED) {
      return new Options(Zipped.Mode.SHORTEST, padding);
    }
    if (!js.isObject(options)) {
      throw vm.typeError(js.describe(options) + " is not an object");
    }
    Zipped.Mode mode = mode(js.get(options, vm.strings().key("mode")));
    if (mode == Zipped.Mode.LONGEST) {
      padding.set(js.get(options, vm.strings().key("padding")));
      if (padding.get() != Values.UNDEFINED && !js.isObject(padding.get())) {
        throw vm.typeError(js.describe(padding.get()) + " is not an object");
      }
    }
    return new Options(mode, padding);
  }

  private Zipped.Mode mode(long mode) {
    if (mode == Values.UNDEFINED) {
      return Zipped.Mode.SHORTEST;
    }
    return switch (js.describe(mode)) {
      case "shortest" -> Zipped.Mode.SHORTEST;
      case "longest" -> Zipped.Mode.LONGEST;
      case "strict" -> Zipped.Mode.STRICT;
      default -> throw vm.typeError(js.describe(mode) + " is not a valid mode");
    };
  }
}
