package dev.joist.runtime.vm;

import dev.joist.runtime.object.Calls;
import dev.joist.runtime.shape.Attributes;
import dev.joist.spi.value.Values;

/** What objects need of the Vm. */
final class ObjectCalls implements Calls {
  private final Vm vm;

  ObjectCalls(Vm vm) {
    this.vm = vm;
  }

  @Override
  public long callGetter(long getter, long receiver) {
    return vm.call(getter, receiver);
  }

  @Override
  public void callSetter(long setter, long receiver, long value) {
    vm.call(setter, receiver, value);
  }

  @Override
  public double toNumber(long value) {
    return vm.toNumber(value);
  }

  @Override
  public void defineFunctionProperties(long function) {
    FunctionCode code = vm.functions().ofCell(Values.address(function));
    Names names = vm.names();
    vm.objects().addOwn(function, names.length, Values.int32(code.length()), Attributes.CONFIGURABLE);
    vm.objects().addOwn(function, names.name, vm.strings().fromJava(code.name()), Attributes.CONFIGURABLE);
    // A class gets its prototype where it is made.
    if (code.hasPrototypeProperty() && !code.isClassConstructor()) {
      long prototype;
      if (code.isGenerator()) {
        prototype = vm.objects().factory().newPlain(vm.realm(Generators.prototype(code)));
      } else {
        prototype = vm.objects().factory().newPlain();
        vm.objects().addOwn(prototype, names.constructor, function, Attributes.METHOD);
      }
      vm.objects().addOwn(function, names.prototype, prototype, Attributes.WRITABLE);
    }
  }

  @Override
  public RuntimeException typeError(String message) {
    return vm.typeError(message);
  }

  @Override
  public RuntimeException rangeError(String message) {
    return vm.rangeError(message);
  }
}
