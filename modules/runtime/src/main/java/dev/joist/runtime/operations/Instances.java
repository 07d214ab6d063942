package dev.joist.runtime.operations;

import dev.joist.runtime.memory.Memory;
import dev.joist.runtime.object.CacheLookup;
import dev.joist.runtime.object.Objects;
import dev.joist.runtime.vm.BoundFunctions;
import dev.joist.runtime.vm.Callees;
import dev.joist.runtime.vm.Intrinsic;
import dev.joist.runtime.vm.Vm;
import dev.joist.runtime.vm.WellKnownSymbol;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.value.Values;

/** instanceof. */
public final class Instances {
  private Instances() {}

  /**
   * Notes in a PROPERTY site where constructors of a shape have their prototype, when a function of that shape is asked for it only: when nothing on its
   * prototype chain has another Symbol.hasInstance than Function.prototype. Bound functions may have such a shape, too.
   */
  public static void learn(Vm vm, long site, long target) {
    if (!Callees.isCallable(target) || Memory.getInt(site + Layout.SITE_KEY) == Memory.getInt(Values.address(target) + Layout.CELL_SHAPE)) {
      return;
    }
    vm.objects().hasOwnProperty(target, vm.names().prototype);
    CacheLookup prototype = vm.objects().lookupForLoad(target, vm.names().prototype);
    if (prototype.result() != CacheLookup.Result.OWN || !prototype.isInline()) {
      return;
    }
    int offset = prototype.offset();
    long hasInstance = vm.symbol(WellKnownSymbol.HAS_INSTANCE);
    CacheLookup inherited = vm.objects().lookupForLoad(target, hasInstance);
    if (inherited.result() == CacheLookup.Result.PROTOTYPE && vm.objects().ownRaw(inherited.holder(), hasInstance) == vm.realm(Intrinsic.FUNCTION_HAS_INSTANCE)
        && inherited.holder() == vm.realm(Intrinsic.FUNCTION_PROTOTYPE)) {
      Memory.putLong(site + Layout.SITE_WORD1, offset);
      Memory.putInt(site + Layout.SITE_KEY, inherited.shapeId());
      inherited.watch(site + Layout.SITE_KEY);
    }
  }

  /** value instanceof target. */
  public static boolean instanceOf(Vm vm, long value, long target) {
    if (!Objects.isObject(target)) {
      throw vm.typeError("Right-hand side of 'instanceof' is not an object");
    }
    long method = vm.objects().get(target, vm.symbol(WellKnownSymbol.HAS_INSTANCE));
    if (!Values.isNullish(method) && !isOrdinary(vm, method)) {
      if (!Callees.isCallable(method)) {
        throw vm.typeError(vm.errors().describe(method) + " is not a function");
      }
      return Conversions.toBoolean(vm, vm.call(method, target, value));
    }
    if (!Callees.isCallable(target)) {
      throw vm.typeError("Right-hand side of 'instanceof' is not callable");
    }
    return ordinaryHasInstance(vm, target, value);
  }

  /** Function.prototype[Symbol.hasInstance] need not be called to be obeyed. */
  private static boolean isOrdinary(Vm vm, long method) {
    return method == vm.realm(Intrinsic.FUNCTION_HAS_INSTANCE);
  }

  /** OrdinaryHasInstance. */
  public static boolean ordinaryHasInstance(Vm vm, long constructor, long value) {
    if (!Callees.isCallable(constructor)) {
      return false;
    }
    if (BoundFunctions.isBound(constructor)) {
      return instanceOf(vm, value, BoundFunctions.target(constructor));
    }
    if (!Objects.isObject(value)) {
      return false;
    }
    long prototype = vm.objects().get(constructor, vm.names().prototype);
    if (!Objects.isObject(prototype)) {
      throw vm.typeError("Function has non-object prototype '" + vm.errors().describe(prototype) + "' in instanceof check");
    }
    vm.shapes().tellPrototype(vm.shapes().of(Values.address(value)));
    for (long above = vm.objects().getPrototype(value); above != Values.NULL; above = vm.objects().getPrototype(above)) {
      vm.shapes().tellPrototype(vm.shapes().of(Values.address(above)));
      if (above == prototype) {
        return true;
      }
    }
    return false;
  }
}
