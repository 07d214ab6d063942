package dev.joist.library.object;

import dev.joist.bytecode.FunctionKind;
import dev.joist.library.core.Builtins;
import dev.joist.library.core.Natives;
import dev.joist.runtime.heap.Handle;
import dev.joist.runtime.heap.HandleScope;
import dev.joist.runtime.shape.Attributes;
import dev.joist.runtime.string.Strings;
import dev.joist.runtime.vm.Arguments;
import dev.joist.runtime.vm.BoundFunctions;
import dev.joist.runtime.vm.Intrinsic;
import dev.joist.runtime.vm.RestrictedProperties;
import dev.joist.spi.value.Values;

/** Function: the constructor and its prototype. */
public final class FunctionBuiltins extends Natives {
  private static final String PROTOTYPE_MEMBERS = "apply/2, bind/1, call/1, toString/0";

  private FunctionBuiltins(Builtins builtins) {
    super(builtins);
  }

  /** Defines Function's prototype and makes the constructor. */
  public static long define(Builtins builtins) {
    FunctionBuiltins function = new FunctionBuiltins(builtins);
    long prototype = builtins.vm().realm(Intrinsic.FUNCTION_PROTOTYPE);
    long constructor = builtins.define().constructor("Function", 1, function, prototype);
    builtins.define().members(prototype, PROTOTYPE_MEMBERS, function);
    RestrictedProperties.define(builtins.vm(), prototype, builtins.vm().names().caller, Attributes.CONFIGURABLE);
    RestrictedProperties.define(builtins.vm(), prototype, builtins.vm().names().arguments, Attributes.CONFIGURABLE);
    builtins.define().method(prototype, builtins.symbols().hasInstance(), "@@hasInstance", 1, function, "");
    builtins.vm().realm().set(Intrinsic.FUNCTION_HAS_INSTANCE, builtins.vm().objects().ownRaw(prototype, builtins.symbols().hasInstance()));
    return constructor;
  }

  @Override
  protected long call(Arguments a, String member) {
    return switch (member) {
      case "Function" -> DynamicFunctions.create(vm, js, a, FunctionKind.NORMAL);
      case "apply" -> apply(a);
      case "bind" -> bind(a);
      case "call" -> callWith(a);
      case "toString" -> toStringOf(a);
      case "@@hasInstance" -> Values.bool(js.ordinaryHasInstance(a.thisValue(), a.get(0)));
      default -> throw unknown(member);
    };
  }

  private void requireFunction(long self, String method) {
    if (!js.isCallable(self)) {
      throw vm.typeError("Function.prototype." + method + " was called on " + js.describe(self) + ", which is " + js.describe().typeWithArticle(self)
          + " and not a function");
    }
  }

  private long callWith(Arguments a) {
    requireFunction(a.thisValue(), "call");
    return switch (a.count()) {
      case 0, 1 -> vm.call(a.thisValue(), a.get(0));
      case 2 -> vm.call(a.thisValue(), a.get(0), a.get(1));
      case 3 -> vm.call(a.thisValue(), a.get(0), a.get(1), a.get(2));
      default -> vm.call(a.thisValue(), a.get(0), a.from(1));
    };
  }

  private long apply(Arguments a) {
    requireFunction(a.thisValue(), "apply");
    if (Values.isNullish(a.get(1))) {
      return vm.call(a.thisValue(), a.get(0));
    }
    return js.callWithArray(a.thisValue(), a.get(0), a.get(1));
  }

  private long bind(Arguments a) {
    if (!js.isCallable(a.thisValue())) {
      throw vm.typeError("Bind must be called on a function");
    }
    long target = a.thisValue();
    try (HandleScope scope = vm.heap().openScope()) {
      Handle bound = scope.hold(BoundFunctions.create(vm, target, a.get(0), a.from(1)));
      double length = 0;
      if (js.hasOwn(target, js.names().length)) {
        long targetLength = js.get(target, js.names().length);
        length = Values.isNumber(targetLength) ? Math.max(0, js.toInteger(targetLength) - Math.max(0, a.count() - 1)) : 0;
      }
      long name = js.get(target, js.names().name);
      vm.objects().addOwn(bound.get(), js.names().length, vm.number(length), Attributes.CONFIGURABLE);
      String targetName = Strings.isString(name) ? vm.strings().toJava(name) : "";
      vm.objects().addOwn(bound.get(), js.names().name, vm.strings().fromJava("bound " + targetName), Attributes.CONFIGURABLE);
      return bound.get();
    }
  }

  private long toStringOf(Arguments a) {
    if (!js.isCallable(a.thisValue())) {
      throw vm.typeError("Function.prototype.toString requires that 'this' be a Function");
    }
    return vm.strings().fromJava(BoundFunctions.isBound(a.thisValue()) ? "function () { [native code] }"
        : js.codeOf(a.thisValue()).sourceText());
  }
}
