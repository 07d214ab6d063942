package dev.joist.library;

import dev.joist.library.array.ArrayBuiltins;
import dev.joist.library.async.AsyncBuiltins;
import dev.joist.library.async.Jobs;
import dev.joist.library.async.PromiseBuiltins;
import dev.joist.library.async.Promises;
import dev.joist.library.async.TimerBuiltins;
import dev.joist.library.collection.FinalizationBuiltins;
import dev.joist.library.collection.MapBuiltins;
import dev.joist.library.collection.SetBuiltins;
import dev.joist.library.collection.WeakMapBuiltins;
import dev.joist.library.collection.WeakRefBuiltins;
import dev.joist.library.console.ConsoleBuiltins;
import dev.joist.library.core.Builtins;
import dev.joist.library.core.LazyValues;
import dev.joist.library.date.DateBuiltins;
import dev.joist.library.error.ErrorBuiltins;
import dev.joist.library.global.GlobalFunctions;
import dev.joist.library.global.PerformanceBuiltins;
import dev.joist.library.iterator.GeneratorBuiltins;
import dev.joist.library.iterator.IteratorBuiltins;
import dev.joist.library.json.JsonBuiltins;
import dev.joist.library.math.BooleanBuiltins;
import dev.joist.library.math.MathBuiltins;
import dev.joist.library.math.NumberBuiltins;
import dev.joist.library.object.FunctionBuiltins;
import dev.joist.library.object.ObjectBuiltins;
import dev.joist.library.object.ReflectBuiltins;
import dev.joist.library.regexp.RegExpBuiltins;
import dev.joist.library.string.StringBuiltins;
import dev.joist.library.string.SymbolBuiltins;
import dev.joist.library.typed.ArrayBufferBuiltins;
import dev.joist.library.typed.DataViewBuiltins;
import dev.joist.library.typed.TypedArrayBuiltins;
import dev.joist.runtime.vm.Intrinsic;
import dev.joist.runtime.vm.Vm;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;

/** The global object's values, each made when it is first asked for. */
final class Globals implements LazyValues, Builtins.Globals {
  private static final String NAMES = "Object Function Array String Number Boolean Symbol Error AggregateError EvalError RangeError ReferenceError "
      + "SyntaxError TypeError URIError Math JSON Reflect RegExp Iterator Map Set WeakMap WeakSet WeakRef FinalizationRegistry Date ArrayBuffer DataView "
      + "Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array Float16Array Float32Array Float64Array Promise performance setTimeout setInterval setImmediate clearTimeout "
      + "clearInterval clearImmediate queueMicrotask console decodeURI decodeURIComponent encodeURI "
      + "encodeURIComponent escape eval isFinite isNaN parseFloat parseInt print unescape";

  private final Vm vm;
  private final Builtins builtins;
  private final Set<String> names = new LinkedHashSet<>(Arrays.asList(NAMES.split(" ")));
  private final Jobs jobs;
  private GlobalFunctions functions;
  private TimerBuiltins timers;
  private Promises promises;

  Globals(Builtins builtins, Jobs jobs) {
    this.jobs = jobs;
    this.vm = builtins.vm();
    this.builtins = builtins;
  }

  @Override
  public Set<String> names() {
    return names;
  }

  @Override
  public long value(String name) {
    return builtins.global(name);
  }

  @Override
  public long make(String name) {
    return switch (name) {
      case "Object" -> ObjectBuiltins.define(builtins);
      case "Function" -> FunctionBuiltins.define(builtins);
      case "Array" -> ArrayBuiltins.define(builtins, this::promises);
      case "String" -> StringBuiltins.define(builtins);
      case "Number" -> NumberBuiltins.define(builtins);
      case "Boolean" -> BooleanBuiltins.define(builtins);
      case "Symbol" -> SymbolBuiltins.define(builtins);
      case "Error" -> ErrorBuiltins.define(builtins);
      case "EvalError" -> error(name, Intrinsic.EVAL_ERROR_PROTOTYPE);
      case "RangeError" -> error(name, Intrinsic.RANGE_ERROR_PROTOTYPE);
      case "ReferenceError" -> error(name, Intrinsic.REFERENCE_ERROR_PROTOTYPE);
      case "SyntaxError" -> error(name, Intrinsic.SYNTAX_ERROR_PROTOTYPE);
      case "TypeError" -> error(name, Intrinsic.TYPE_ERROR_PROTOTYPE);
      case "URIError" -> error(name, Intrinsic.URI_ERROR_PROTOTYPE);
      case "AggregateError" -> ErrorBuiltins.define(builtins, name, builtins.js().newObject(vm.realm(Intrinsic.ERROR_PROTOTYPE)), builtins.global("Error"));
      case "Math" -> MathBuiltins.define(builtins);
      case "JSON" -> JsonBuiltins.define(builtins);
      case "Reflect" -> ReflectBuiltins.define(builtins);
      case "RegExp" -> RegExpBuiltins.define(builtins);
      case "Map" -> MapBuiltins.define(builtins);
      case "Set" -> SetBuiltins.define(builtins);
      case "WeakMap", "WeakSet" -> WeakMapBuiltins.define(builtins, name);
      case "WeakRef" -> WeakRefBuiltins.define(builtins);
      case "FinalizationRegistry" -> FinalizationBuiltins.define(builtins, jobs);
      case "Date" -> DateBuiltins.define(builtins);
      case "console" -> ConsoleBuiltins.define(builtins);
      case "parseInt" -> function(name, 2);
      case "print" -> function(name, 0);
      case "Iterator" -> IteratorBuiltins.define(builtins);
      case "ArrayBuffer" -> ArrayBufferBuiltins.define(builtins);
      case "DataView" -> DataViewBuiltins.define(builtins);
      case "%TypedArray%" -> TypedArrayBuiltins.defineAbstract(builtins);
      case "Int8Array", "Uint8Array", "Uint8ClampedArray", "Int16Array", "Uint16Array", "Int32Array", "Uint32Array", "Float16Array", "Float32Array", "Float64Array" ->
          TypedArrayBuiltins.define(builtins, name);
      case "Promise" -> PromiseBuiltins.define(builtins, promises());
      case "performance" -> PerformanceBuiltins.define(builtins);
      case "setTimeout", "setInterval" -> timer(name, 2);
      case "setImmediate", "clearTimeout", "clearInterval", "clearImmediate", "queueMicrotask" -> timer(name, 1);
      case "%GeneratorFunction%" -> GeneratorBuiltins.define(builtins);
      case "%AsyncFunction%" -> AsyncBuiltins.defineFunction(builtins);
      case "%AsyncIterator%" -> AsyncBuiltins.defineIterator(builtins);
      case "%AsyncGeneratorFunction%" -> AsyncBuiltins.defineGenerator(builtins, promises());
      default -> function(name, 1);
    };
  }

  Promises promises() {
    if (promises == null) {
      promises = new Promises(builtins, jobs);
    }
    return promises;
  }

  private long error(String name, Intrinsic prototype) {
    return ErrorBuiltins.define(builtins, name, vm.realm(prototype), builtins.global("Error"));
  }

  private long timer(String name, int length) {
    if (timers == null) {
      timers = new TimerBuiltins(builtins, jobs);
    }
    return timers.make(name, length);
  }

  private long function(String name, int length) {
    if (functions == null) {
      functions = GlobalFunctions.of(builtins);
    }
    return functions.make(name, length);
  }
}
