package dev.joist.runtime.vm;

import dev.joist.runtime.memory.Memory;
import dev.joist.runtime.object.Objects;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.value.Values;

/** What Function.prototype.bind makes: natives that keep target, `this` and arguments in an array. */
public final class BoundFunctions {
  private static final int TARGET = 0;
  private static final int THIS = 1;
  private static final int FIRST_ARGUMENT = 2;

  private BoundFunctions() {}

  /**
   * A bound function without `name` and `length` of its own kind: the caller defines these.
   *
   * @param target callable
   */
  public static long create(Vm vm, long target, long thisValue, long... arguments) {
    long[] parts = new long[FIRST_ARGUMENT + arguments.length];
    parts[TARGET] = target;
    parts[THIS] = thisValue;
    System.arraycopy(arguments, 0, parts, FIRST_ARGUMENT, arguments.length);
    long bound = vm.objects().factory().newArrayOf(parts);
    FunctionCode code = vm.functions().bound(Callees.isConstructor(vm, target));
    long function = vm.closures().create(code, Values.UNDEFINED, vm.objects().getPrototype(target));
    Memory.putLong(Values.address(function) + Layout.FUNCTION_BOUND, bound);
    return function;
  }

  public static boolean isBound(long function) {
    return Objects.isArray(Memory.getLong(Values.address(function) + Layout.FUNCTION_BOUND));
  }

  /** What a bound function calls. */
  public static long target(long bound) {
    return Memory.getLong(Memory.getLong(Values.address(parts(bound)) + Layout.OBJECT_ELEMENTS) + Layout.STORAGE_VALUES);
  }

  private static long parts(long bound) {
    return Memory.getLong(Values.address(bound) + Layout.FUNCTION_BOUND);
  }

  /** The body of all bound functions. */
  static long call(Vm vm, Arguments arguments) {
    long parts = parts(arguments.callee());
    int bound = (int) Objects.arrayLength(parts) - FIRST_ARGUMENT;
    long[] all = new long[bound + arguments.count()];
    for (int i = 0; i < bound; i++) {
      all[i] = vm.objects().getIndex(parts, FIRST_ARGUMENT + i);
    }
    for (int i = 0; i < arguments.count(); i++) {
      all[bound + i] = arguments.get(i);
    }
    long target = vm.objects().getIndex(parts, TARGET);
    if (arguments.isConstruct()) {
      long newTarget = arguments.newTarget() == arguments.callee() ? target : arguments.newTarget();
      return vm.construct(target, newTarget, all);
    }
    return vm.call(target, vm.objects().getIndex(parts, THIS), all);
  }
}
