package dev.joist.library.iterator;

import dev.joist.library.core.Builtins;
import dev.joist.library.core.JsIterator;
import dev.joist.library.core.Natives;
import dev.joist.library.core.RootedValues;
import dev.joist.runtime.heap.HandleScope;
import dev.joist.runtime.vm.Arguments;
import dev.joist.runtime.vm.Intrinsic;
import dev.joist.spi.value.Values;

/** Iterator: constructor, which only subclasses can use, and what its prototype has besides {@link IteratorMethods}. */
public final class IteratorBuiltins extends Natives {
  private static final String NAME = "Iterator";
  private static final String MEMBERS = "concat/0, from/1, zip/1, zipKeyed/1";
  private static final String PROTOTYPE_MEMBERS = "get constructor, set constructor, get @@toStringTag, set @@toStringTag, @@iterator/0";

  private final long prototype;
  private final IteratorHelpers helpers;
  private final WrappedIterators wrappers;
  private final Zipping zipping;

  private IteratorBuiltins(Builtins builtins, IteratorHelpers helpers) {
    super(builtins);
    this.prototype = vm.realm(Intrinsic.ITERATOR_PROTOTYPE);
    this.helpers = helpers;
    this.wrappers = new WrappedIterators(builtins);
    this.zipping = new Zipping(builtins, helpers);
  }

  /** Makes the constructor and defines the prototype's members. */
  public static long define(Builtins builtins) {
    IteratorHelpers helpers = new IteratorHelpers(builtins);
    IteratorBuiltins iterator = new IteratorBuiltins(builtins, helpers);
    long constructor = builtins.define().oneWayConstructor(NAME, 0, iterator, iterator.prototype, builtins.vm().realm(Intrinsic.FUNCTION_PROTOTYPE));
    builtins.define().members(constructor, MEMBERS, iterator);
    builtins.define().members(iterator.prototype, PROTOTYPE_MEMBERS, iterator);
    builtins.define().members(iterator.prototype, IteratorMethods.MEMBERS, new IteratorMethods(builtins, helpers));
    return constructor;
  }

  @Override
  protected long call(Arguments a, String member) {
    return switch (member) {
      case NAME -> construct(a);
      case "concat" -> concat(a);
      case "from" -> from(a);
      case "zip" -> zipping.zip(a.get(0), a.get(1));
      case "zipKeyed" -> zipping.zipKeyed(a.get(0), a.get(1));
      case "@@iterator" -> a.thisValue();
      case "get constructor" -> builtins.global(NAME);
      case "get @@toStringTag" -> vm.strings().fromJava(NAME);
      case "set constructor" -> set(a, js.names().constructor);
      case "set @@toStringTag" -> set(a, builtins.symbols().toStringTag());
      default -> throw unknown(member);
    };
  }

  private long construct(Arguments a) {
    if (!a.isConstruct()) {
      throw vm.typeError("Constructor Iterator requires 'new'");
    }
    if (a.newTarget() == a.callee()) {
      throw vm.typeError("Abstract class Iterator not directly constructable");
    }
    return js.newObject(js.prototypeFor(a, prototype));
  }

  /** SetterThatIgnoresPrototypeProperties: as if the property were a writable one of the prototype's. */
  private long set(Arguments a, long key) {
    if (!js.isObject(a.thisValue())) {
      throw vm.typeError("Iterator.prototype." + vm.strings().describeKey(key) + " cannot be set on " + js.describe(a.thisValue()));
    }
    if (a.thisValue() == prototype) {
      throw vm.typeError("Cannot assign to this property");
    }
    if (js.hasOwn(a.thisValue(), key)) {
      js.set(a.thisValue(), key, a.get(0));
    } else {
      js.createDataProperty(a.thisValue(), key, a.get(0));
    }
    return Values.UNDEFINED;
  }

  private long from(Arguments a) {
    try (HandleScope scope = vm.heap().openScope()) {
      JsIterator iterator = JsIterator.flatten(builtins, scope, a.get(0), true);
      return js.ordinaryHasInstance(builtins.global(NAME), iterator.object()) ? iterator.object() : wrappers.create(iterator);
    }
  }

  private long concat(Arguments a) {
    try (RootedValues methods = builtins.rootedValues()) {
      for (int i = 0; i < a.count(); i++) {
        if (!js.isObject(a.get(i))) {
          throw vm.typeError(js.describe(a.get(i)) + " is not an object");
        }
        long method = js.getMethod(a.get(i), builtins.symbols().iterator());
        if (method == Values.UNDEFINED) {
          throw vm.typeError(js.describe(a.get(i)) + " is not iterable");
        }
        methods.add(method);
      }
      return helpers.create(new Concatenated(builtins, a.from(0), methods.copy()));
    }
  }
}
