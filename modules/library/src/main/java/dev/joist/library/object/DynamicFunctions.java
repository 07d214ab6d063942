package dev.joist.library.object;

import dev.joist.bytecode.FunctionKind;
import dev.joist.library.core.Js;
import dev.joist.runtime.heap.Handle;
import dev.joist.runtime.heap.HandleScope;
import dev.joist.runtime.vm.Arguments;
import dev.joist.runtime.vm.Vm;
import dev.joist.spi.value.Values;
import java.util.StringJoiner;

/** Functions made of text: what the constructors of functions have in common. */
public final class DynamicFunctions {
  private DynamicFunctions() {}

  /**
   * The function of the last argument as body and those before as parameters.
   *
   * @param kind NORMAL, GENERATOR, ASYNC or ASYNC_GENERATOR
   */
  public static long create(Vm vm, Js js, Arguments a, FunctionKind kind) {
    StringJoiner parameters = new StringJoiner(",");
    for (int i = 0; i < a.count() - 1; i++) {
      parameters.add(js.toText(a.get(i)));
    }
    String body = a.count() == 0 ? "" : js.toText(a.get(a.count() - 1));
    long script = vm.closures().create(vm.functions().link(vm.dynamicCode().function(parameters.toString(), body, kind)));
    try (HandleScope scope = vm.heap().openScope()) {
      Handle function = scope.hold(vm.call(script, Values.UNDEFINED));
      long standard = vm.realm(js.codeOf(function.get()).functionPrototype());
      long prototype = js.prototypeFor(a, standard);
      if (prototype != standard) {
        vm.objects().setPrototype(function.get(), prototype);
      }
      return function.get();
    }
  }
}
