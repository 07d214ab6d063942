package dev.joist.library.async;

import dev.joist.bytecode.FunctionKind;
import dev.joist.library.core.Builtins;
import dev.joist.library.core.Natives;
import dev.joist.library.object.DynamicFunctions;
import dev.joist.runtime.vm.Arguments;
import dev.joist.runtime.vm.Intrinsic;

/** The prototypes of async functions, iterators and generators, with constructors that no global name leads to. */
public final class AsyncBuiltins extends Natives {
  private static final String FUNCTION = "AsyncFunction";
  private static final String GENERATOR_FUNCTION = "AsyncGeneratorFunction";
  private static final String ITERATOR = "@@asyncIterator";

  private AsyncBuiltins(Builtins builtins) {
    super(builtins);
  }

  /** Defines async functions' prototype and makes the constructor. */
  public static long defineFunction(Builtins builtins) {
    return new AsyncBuiltins(builtins).constructor(FUNCTION, Intrinsic.ASYNC_FUNCTION_PROTOTYPE);
  }

  /** Defines the prototype of async iterators. */
  public static long defineIterator(Builtins builtins) {
    long prototype = builtins.vm().realm(Intrinsic.ASYNC_ITERATOR_PROTOTYPE);
    builtins.define().method(prototype, builtins.symbols().asyncIterator(), ITERATOR, 0, new AsyncBuiltins(builtins), "wc");
    return prototype;
  }

  /** Defines the prototypes of async generators and of their functions, and makes the constructor. */
  public static long defineGenerator(Builtins builtins, Promises promises) {
    builtins.global("Promise");
    long ofFunctions = builtins.vm().realm(Intrinsic.ASYNC_GENERATOR_FUNCTION_PROTOTYPE);
    long ofGenerators = builtins.vm().realm(Intrinsic.ASYNC_GENERATOR_PROTOTYPE);
    long constructor = new AsyncBuiltins(builtins).constructor(GENERATOR_FUNCTION, Intrinsic.ASYNC_GENERATOR_FUNCTION_PROTOTYPE);
    builtins.define().value(ofFunctions, builtins.js().names().prototype, ofGenerators, "c");
    builtins.define().value(ofGenerators, builtins.js().names().constructor, ofFunctions, "c");
    builtins.define().members(ofGenerators, AsyncGenerators.MEMBERS, new AsyncGenerators(builtins, promises));
    builtins.define().toStringTag(ofGenerators, "AsyncGenerator");
    return constructor;
  }

  private long constructor(String name, Intrinsic prototype) {
    long constructor = builtins.define().functionConstructor(name, this, vm.realm(prototype));
    builtins.define().toStringTag(vm.realm(prototype), name);
    return constructor;
  }

  @Override
  protected long call(Arguments a, String member) {
    return switch (member) {
      case FUNCTION -> DynamicFunctions.create(vm, js, a, FunctionKind.ASYNC);
      case GENERATOR_FUNCTION -> DynamicFunctions.create(vm, js, a, FunctionKind.ASYNC_GENERATOR);
      case ITERATOR -> a.thisValue();
      default -> throw unknown(member);
    };
  }
}
