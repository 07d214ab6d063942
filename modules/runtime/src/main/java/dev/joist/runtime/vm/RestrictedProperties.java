package dev.joist.runtime.vm;

import dev.joist.bytecode.FunctionKind;
import dev.joist.runtime.shape.Attributes;
import dev.joist.spi.value.Values;

/** {@code caller}, {@code arguments} and {@code callee}, which strict code does not tell: accessors that throw. */
public final class RestrictedProperties {
  private static final String MESSAGE =
      "'caller', 'callee', and 'arguments' properties may not be accessed on strict mode functions or the arguments objects for calls to them";

  private RestrictedProperties() {}

  /** Defines an accessor that throws, with the attributes given, on an object that has no such property. */
  public static void define(Vm vm, long object, long key, int attributes) {
    long thrower = thrower(vm);
    vm.objects().addOwn(object, key, vm.objects().newAccessor(thrower, thrower), attributes | Attributes.ACCESSOR);
  }

  /** %ThrowTypeError% (10.2.4.1). */
  private static long thrower(Vm vm) {
    if (vm.realm(Intrinsic.THROW_TYPE_ERROR) == Values.UNDEFINED) {
      long function = vm.closures().createNative("", 0, false, RestrictedProperties::call);
      vm.realm().set(Intrinsic.THROW_TYPE_ERROR, function);
      vm.objects().integrity().restrict(function, true);
    }
    return vm.realm(Intrinsic.THROW_TYPE_ERROR);
  }

  /** Sloppy functions inherit the properties of Function.prototype. As in other engines, theirs are null: nobody is told who called. */
  private static long call(Vm vm, Arguments arguments) {
    if (Callees.isCallable(arguments.thisValue())
        && vm.functions().ofCell(Values.address(arguments.thisValue())) instanceof BytecodeFunction function && !function.isStrict()
        && function.template().kind() == FunctionKind.NORMAL) {
      return Values.NULL;
    }
    throw vm.typeError(MESSAGE);
  }
}
