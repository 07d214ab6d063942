package dev.joist.library.object;

import dev.joist.library.core.Builtins;
import dev.joist.library.core.Descriptors;
import dev.joist.library.core.Natives;
import dev.joist.library.core.RootedValues;
import dev.joist.runtime.vm.Arguments;
import dev.joist.runtime.heap.Handle;
import dev.joist.runtime.heap.HandleScope;
import dev.joist.runtime.object.KeyList;
import dev.joist.runtime.object.PropertyDescriptor;
import dev.joist.runtime.vm.Intrinsic;
import dev.joist.spi.value.Values;

/** The Reflect object. */
public final class ReflectBuiltins extends Natives {
  private static final String MEMBERS = "apply/3, construct/2, defineProperty/3, deleteProperty/2, get/2, getOwnPropertyDescriptor/2, getPrototypeOf/1, "
      + "has/2, isExtensible/1, ownKeys/1, preventExtensions/1, set/3, setPrototypeOf/2";

  private ReflectBuiltins(Builtins builtins) {
    super(builtins);
  }

  /** Makes the Reflect object. */
  public static long define(Builtins builtins) {
    long object = builtins.js().newObject(builtins.vm().realm(Intrinsic.OBJECT_PROTOTYPE));
    builtins.define().members(object, MEMBERS, new ReflectBuiltins(builtins));
    builtins.define().toStringTag(object, "Reflect");
    return object;
  }

  @Override
  protected long call(Arguments a, String member) {
    return switch (member) {
      case "apply" -> {
        if (!js.isCallable(a.get(0))) {
          throw vm.typeError("Function.prototype.apply was called on " + js.describe(a.get(0)) + ", which is "
              + js.describe().typeWithArticle(a.get(0)) + " and not a function");
        }
        yield js.callWithArray(a.get(0), a.get(1), a.get(2));
      }
      case "construct" -> construct(a);
      default -> {
        if (!js.isObject(a.get(0))) {
          throw vm.typeError("Reflect." + member + " called on non-object");
        }
        yield onObject(a, member);
      }
    };
  }

  private long onObject(Arguments a, String member) {
    long object = a.get(0);
    return switch (member) {
      case "getPrototypeOf" -> js.prototypeOf(object);
      case "isExtensible" -> Values.bool(js.isExtensible(object));
      case "ownKeys" -> ownKeys(object);
      case "preventExtensions" -> Values.bool(vm.objects().preventExtensions(object));
      case "setPrototypeOf" -> setPrototypeOf(a);
      default -> withKey(a, member);
    };
  }

  private long withKey(Arguments a, String member) {
    try (HandleScope scope = vm.heap().openScope()) {
      long object = a.get(0);
      Handle key = scope.hold(js.toPropertyKey(a.get(1)));
      return switch (member) {
        case "defineProperty" -> {
          PropertyDescriptor descriptor = Descriptors.from(js, vm, scope, a.get(2));
          yield Values.bool(js.define(object, key.get(), descriptor));
        }
        case "deleteProperty" -> Values.bool(js.delete(object, key.get()));
        case "get" -> js.get(object, key.get(), a.count() > 2 ? a.get(2) : object);
        case "getOwnPropertyDescriptor" -> Descriptors.object(js, vm, object, key.get());
        case "has" -> Values.bool(js.has(object, key.get()));
        case "set" -> Values.bool(js.trySet(object, key.get(), a.get(2), a.count() > 3 ? a.get(3) : object));
        default -> throw unknown(member);
      };
    }
  }

  private long construct(Arguments a) {
    if (!js.isConstructor(a.get(0))) {
      throw vm.typeError(js.describe(a.get(0)) + " is not a constructor");
    }
    long newTarget = a.count() > 2 ? a.get(2) : a.get(0);
    if (!js.isConstructor(newTarget)) {
      throw vm.typeError(js.describe(newTarget) + " is not a constructor");
    }
    try (RootedValues arguments = builtins.rootedValues()) {
      js.listFromArrayLike(arguments, a.get(1));
      return vm.construct(a.get(0), newTarget, arguments.copy());
    }
  }

  private long ownKeys(long object) {
    try (HandleScope scope = vm.heap().openScope(); RootedValues result = builtins.rootedValues()) {
      KeyList keys = js.ownKeys(scope, object);
      for (int i = 0; i < keys.size(); i++) {
        result.add(vm.strings().keyToValue(keys.get(i)));
      }
      return result.toArray();
    }
  }

  private long setPrototypeOf(Arguments a) {
    if (!js.isObject(a.get(1)) && a.get(1) != Values.NULL) {
      throw vm.typeError("Object prototype may only be an Object or null: " + js.describe(a.get(1)));
    }
    return Values.bool(js.setPrototype(a.get(0), a.get(1)));
  }
}
