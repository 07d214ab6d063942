package dev.joist.library;

import dev.joist.library.array.ArrayBuiltins;
import dev.joist.library.collection.MapBuiltins;
import dev.joist.library.collection.SetBuiltins;
import dev.joist.library.collection.WeakMapBuiltins;
import dev.joist.library.collection.WeakRefBuiltins;
import dev.joist.library.console.ConsoleBuiltins;
import dev.joist.library.core.Builtins;
import dev.joist.library.host.Output;
import dev.joist.library.error.ErrorBuiltins;
import dev.joist.library.global.GlobalFunctions;
import dev.joist.library.iterator.ArrayIterators;
import dev.joist.library.iterator.IteratorPrototype;
import dev.joist.library.json.JsonBuiltins;
import dev.joist.library.math.BooleanBuiltins;
import dev.joist.library.math.MathBuiltins;
import dev.joist.library.math.NumberBuiltins;
import dev.joist.library.object.FunctionBuiltins;
import dev.joist.library.object.ObjectBuiltins;
import dev.joist.library.object.ReflectBuiltins;
import dev.joist.library.string.StringBuiltins;
import dev.joist.library.string.SymbolBuiltins;
import dev.joist.runtime.vm.Intrinsic;
import dev.joist.runtime.vm.Vm;
import dev.joist.spi.value.Values;

/** JavaScript's built-in objects, put into an engine. */
public final class Library {
  private static final String[] ERRORS = {"TypeError", "RangeError", "ReferenceError", "SyntaxError", "EvalError", "URIError"};
  private static final Intrinsic[] ERROR_PROTOTYPES = {Intrinsic.TYPE_ERROR_PROTOTYPE, Intrinsic.RANGE_ERROR_PROTOTYPE,
      Intrinsic.REFERENCE_ERROR_PROTOTYPE, Intrinsic.SYNTAX_ERROR_PROTOTYPE, Intrinsic.EVAL_ERROR_PROTOTYPE, Intrinsic.URI_ERROR_PROTOTYPE};

  private final Vm vm;
  private final Builtins builtins;
  private final long global;

  private Library(Vm vm, Output output) {
    this.vm = vm;
    new Prototypes(vm).make();
    this.builtins = new Builtins(vm, output);
    this.global = vm.realm(Intrinsic.GLOBAL_OBJECT);
  }

  /** Makes all built-ins of an engine that has none yet. */
  public static void install(Vm vm, Output output) {
    new Library(vm, output).define();
  }

  private void define() {
    global("globalThis", global);
    constant("undefined", Values.UNDEFINED);
    constant("NaN", vm.number(Double.NaN));
    constant("Infinity", vm.number(Double.POSITIVE_INFINITY));
    GlobalFunctions.define(builtins, global);
    global("Object", ObjectBuiltins.define(builtins));
    global("Function", FunctionBuiltins.define(builtins));
    IteratorPrototype.define(builtins, vm.realm(Intrinsic.ITERATOR_PROTOTYPE));
    ArrayIterators arrayIterators = new ArrayIterators(builtins);
    global("Array", ArrayBuiltins.define(builtins, arrayIterators));
    global("String", StringBuiltins.define(builtins));
    global("Number", NumberBuiltins.define(builtins));
    global("Boolean", BooleanBuiltins.define(builtins));
    global("Symbol", SymbolBuiltins.define(builtins));
    defineErrors();
    global("Math", MathBuiltins.define(builtins));
    global("JSON", JsonBuiltins.define(builtins));
    global("Reflect", ReflectBuiltins.define(builtins));
    global("Map", MapBuiltins.define(builtins));
    global("Set", SetBuiltins.define(builtins));
    global("WeakMap", WeakMapBuiltins.define(builtins, "WeakMap"));
    global("WeakSet", WeakMapBuiltins.define(builtins, "WeakSet"));
    global("WeakRef", WeakRefBuiltins.define(builtins));
    global("console", ConsoleBuiltins.define(builtins));
  }

  private void defineErrors() {
    long error = ErrorBuiltins.define(builtins);
    global("Error", error);
    for (int i = 0; i < ERRORS.length; i++) {
      global(ERRORS[i], ErrorBuiltins.define(builtins, ERRORS[i], vm.realm(ERROR_PROTOTYPES[i]), error));
    }
    long aggregate = builtins.root(builtins.js().newObject(vm.realm(Intrinsic.ERROR_PROTOTYPE))).get();
    global("AggregateError", ErrorBuiltins.define(builtins, "AggregateError", aggregate, error));
  }

  private void global(String name, long value) {
    builtins.define().value(global, vm.strings().permanentKey(name), value, "wc");
  }

  private void constant(String name, long value) {
    builtins.define().value(global, vm.strings().permanentKey(name), value, "");
  }
}
