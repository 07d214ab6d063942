package dev.joist.library;

import dev.joist.runtime.object.Objects;
import dev.joist.runtime.operations.Wrapper;
import dev.joist.runtime.vm.Arguments;
import dev.joist.runtime.vm.Intrinsic;
import dev.joist.runtime.vm.NativeCode;
import dev.joist.runtime.vm.NativeFunction;
import dev.joist.runtime.vm.Vm;
import dev.joist.spi.layout.CellKind;
import dev.joist.spi.value.Values;

/** The prototypes that everything else is made with, without their members. */
final class Prototypes {
  private final Vm vm;

  Prototypes(Vm vm) {
    this.vm = vm;
  }

  void make() {
    Objects objects = vm.objects();
    long object = objects.factory().newPlain(Values.NULL);
    vm.realm().set(Intrinsic.OBJECT_PROTOTYPE, object);
    vm.realm().set(Intrinsic.ARRAY_PROTOTYPE, objects.factory().newObject(CellKind.ARRAY, object));
    NativeCode nothing = vm.functions().link("", 0, false, new Nothing());
    vm.realm().set(Intrinsic.FUNCTION_PROTOTYPE, vm.closures().create(nothing, Values.UNDEFINED, object));
    long global = objects.factory().newGlobalObject(object);
    vm.realm().set(Intrinsic.GLOBAL_OBJECT, global);
    vm.realm().set(Intrinsic.NUMBER_PROTOTYPE, Wrapper.create(vm, Values.int32(0), object));
    vm.realm().set(Intrinsic.BOOLEAN_PROTOTYPE, Wrapper.create(vm, Values.FALSE, object));
    vm.realm().set(Intrinsic.STRING_PROTOTYPE, Wrapper.createStringPrototype(vm, object));
    plain(Intrinsic.SYMBOL_PROTOTYPE, object);
    plain(Intrinsic.ERROR_PROTOTYPE, object);
    long error = vm.realm(Intrinsic.ERROR_PROTOTYPE);
    plain(Intrinsic.TYPE_ERROR_PROTOTYPE, error);
    plain(Intrinsic.RANGE_ERROR_PROTOTYPE, error);
    plain(Intrinsic.REFERENCE_ERROR_PROTOTYPE, error);
    plain(Intrinsic.SYNTAX_ERROR_PROTOTYPE, error);
    plain(Intrinsic.EVAL_ERROR_PROTOTYPE, error);
    plain(Intrinsic.URI_ERROR_PROTOTYPE, error);
    plain(Intrinsic.ITERATOR_PROTOTYPE, object);
    plain(Intrinsic.GENERATOR_FUNCTION_PROTOTYPE, vm.realm(Intrinsic.FUNCTION_PROTOTYPE));
    plain(Intrinsic.GENERATOR_PROTOTYPE, vm.realm(Intrinsic.ITERATOR_PROTOTYPE));
    plain(Intrinsic.ASYNC_FUNCTION_PROTOTYPE, vm.realm(Intrinsic.FUNCTION_PROTOTYPE));
    plain(Intrinsic.ASYNC_ITERATOR_PROTOTYPE, object);
    plain(Intrinsic.ASYNC_GENERATOR_FUNCTION_PROTOTYPE, vm.realm(Intrinsic.FUNCTION_PROTOTYPE));
    plain(Intrinsic.ASYNC_GENERATOR_PROTOTYPE, vm.realm(Intrinsic.ASYNC_ITERATOR_PROTOTYPE));
  }

  private void plain(Intrinsic intrinsic, long prototype) {
    vm.realm().set(intrinsic, vm.objects().factory().newPlain(prototype));
  }

  /** What Function.prototype does when it is called. (No lambda: the first of a process costs more than all else here.) */
  private static final class Nothing implements NativeFunction {
    @Override
    public long call(Vm callee, Arguments arguments) {
      return Values.UNDEFINED;
    }
  }
}
