package dev.joist.library;

import dev.joist.library.async.AsyncFunctions;
import dev.joist.library.async.Jobs;
import dev.joist.library.core.Builtins;
import dev.joist.library.host.EventLoop;
import dev.joist.library.host.Output;
import dev.joist.library.regexp.RegExpSyntax;
import dev.joist.runtime.heap.HandleScope;
import dev.joist.runtime.vm.AsyncOperations;
import dev.joist.runtime.vm.Intrinsic;
import dev.joist.runtime.vm.RegExpLiterals;
import dev.joist.runtime.vm.Vm;
import dev.joist.spi.value.Values;
import java.util.Optional;

/** JavaScript's built-in objects, put into an engine. Nearly all is made when a program first asks for it. */
public final class Library {
  private final Vm vm;
  private final Builtins builtins;
  private final Jobs jobs;

  private Library(Vm vm, Output output) {
    this.vm = vm;
    new Prototypes(vm).make();
    this.builtins = new Builtins(vm, output);
    this.jobs = new Jobs(builtins);
  }

  /** Gives an engine that has none yet all built-ins. */
  public static Library install(Vm vm, Output output) {
    Library library = new Library(vm, output);
    library.define();
    return library;
  }

  /** The message of the SyntaxError that a regular expression literal is, if it is one. */
  public static Optional<String> regExpError(String pattern, String flags) {
    return RegExpSyntax.error(pattern, flags);
  }

  /** What the program's timers and promises wait in: somebody has to run it. */
  public EventLoop loop() {
    return jobs;
  }

  /** The event loop as those see it that add to it. */
  public Jobs jobs() {
    return jobs;
  }

  /** From now on nothing happens when a promise is rejected while nobody listens. */
  public void ignoreUnhandledRejections() {
    jobs.ignoreUnhandled();
  }

  /** What makes further built-in objects. */
  public Builtins builtins() {
    return builtins;
  }

  private void define() {
    Globals globals = new Globals(builtins, jobs);
    builtins.setGlobals(globals);
    vm.setRegExpLiterals(new FirstRegExp());
    vm.setAsyncOperations(new FirstAsync(globals));
    long global = vm.realm(Intrinsic.GLOBAL_OBJECT);
    value(global, "globalThis", global, "wc");
    value(global, "undefined", Values.UNDEFINED, "");
    value(global, "NaN", vm.number(Double.NaN), "");
    value(global, "Infinity", vm.number(Double.POSITIVE_INFINITY), "");
    builtins.define().values(global, globals);
    members(Intrinsic.OBJECT_PROTOTYPE, "Object");
    members(Intrinsic.FUNCTION_PROTOTYPE, "Function");
    members(Intrinsic.ARRAY_PROTOTYPE, "Array");
    members(Intrinsic.STRING_PROTOTYPE, "String");
    members(Intrinsic.NUMBER_PROTOTYPE, "Number");
    members(Intrinsic.BOOLEAN_PROTOTYPE, "Boolean");
    members(Intrinsic.SYMBOL_PROTOTYPE, "Symbol");
    members(Intrinsic.ERROR_PROTOTYPE, "Error");
    members(Intrinsic.EVAL_ERROR_PROTOTYPE, "EvalError");
    members(Intrinsic.RANGE_ERROR_PROTOTYPE, "RangeError");
    members(Intrinsic.REFERENCE_ERROR_PROTOTYPE, "ReferenceError");
    members(Intrinsic.SYNTAX_ERROR_PROTOTYPE, "SyntaxError");
    members(Intrinsic.TYPE_ERROR_PROTOTYPE, "TypeError");
    members(Intrinsic.URI_ERROR_PROTOTYPE, "URIError");
    members(Intrinsic.ITERATOR_PROTOTYPE, "Iterator");
    members(Intrinsic.GENERATOR_FUNCTION_PROTOTYPE, "%GeneratorFunction%");
    members(Intrinsic.GENERATOR_PROTOTYPE, "%GeneratorFunction%");
    members(Intrinsic.ASYNC_FUNCTION_PROTOTYPE, "%AsyncFunction%");
    members(Intrinsic.ASYNC_ITERATOR_PROTOTYPE, "%AsyncIterator%");
    members(Intrinsic.ASYNC_GENERATOR_FUNCTION_PROTOTYPE, "%AsyncGeneratorFunction%");
    members(Intrinsic.ASYNC_GENERATOR_PROTOTYPE, "%AsyncGeneratorFunction%");
  }

  /** Has RegExp made when a program's first literal is evaluated. */
  private final class FirstRegExp implements RegExpLiterals {
    @Override
    public long create(String pattern, String flags) {
      return real().create(pattern, flags);
    }

    @Override
    public long copy(long literal) {
      return real().copy(literal);
    }

    private RegExpLiterals real() {
      builtins.global("RegExp");
      return vm.regExpLiterals();
    }
  }

  /** Makes what runs async functions when the first is called. */
  private final class FirstAsync implements AsyncOperations {
    private final Globals globals;

    FirstAsync(Globals globals) {
      this.globals = globals;
    }

    @Override
    public long start(long coroutine) {
      try (HandleScope scope = vm.heap().openScope()) {
        return real().start(scope.hold(coroutine).get());
      }
    }

    @Override
    public long fromSync(long iterator, long next) {
      return real().fromSync(iterator, next);
    }

    private AsyncOperations real() {
      builtins.global("Promise");
      vm.setAsyncOperations(new AsyncFunctions(builtins, globals.promises()));
      return vm.asyncOperations();
    }
  }

  /** The members of a prototype are made together with a global value, mostly its constructor. */
  private void members(Intrinsic prototype, String global) {
    builtins.define().with(vm.realm(prototype), global);
  }

  private void value(long global, String name, long value, String attributes) {
    builtins.define().value(global, vm.strings().permanentKey(name), value, attributes);
  }
}
