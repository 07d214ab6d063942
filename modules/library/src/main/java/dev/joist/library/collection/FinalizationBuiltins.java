package dev.joist.library.collection;

import dev.joist.library.async.Jobs;
import dev.joist.library.core.Builtins;
import dev.joist.library.core.Natives;
import dev.joist.library.core.Root;
import dev.joist.runtime.vm.Arguments;
import dev.joist.runtime.vm.Intrinsic;
import dev.joist.spi.value.Values;

/** FinalizationRegistry: constructor and prototype. */
public final class FinalizationBuiltins extends Natives {
  private static final String NAME = "FinalizationRegistry";
  private static final String PROTOTYPE_MEMBERS = "register/2, unregister/1";

  private final Jobs jobs;
  private final Root prototype;

  private FinalizationBuiltins(Builtins builtins, Jobs jobs) {
    super(builtins);
    this.jobs = jobs;
    this.prototype = builtins.root(js.newObject(vm.realm(Intrinsic.OBJECT_PROTOTYPE)));
  }

  /** Makes the constructor and its prototype. */
  public static long define(Builtins builtins, Jobs jobs) {
    FinalizationBuiltins finalization = new FinalizationBuiltins(builtins, jobs);
    long constructor = builtins.define().constructor(NAME, 1, finalization, finalization.prototype.get());
    builtins.define().members(finalization.prototype.get(), PROTOTYPE_MEMBERS, finalization);
    builtins.define().toStringTag(finalization.prototype.get(), NAME);
    return constructor;
  }

  @Override
  protected long call(Arguments a, String member) {
    return switch (member) {
      case NAME -> construct(a);
      case "register" -> register(registry(a, member), a);
      case "unregister" -> {
        Registry registry = registry(a, member);
        if (!js.canBeHeldWeakly(a.get(0))) {
          throw vm.typeError("Invalid unregisterToken ('" + js.describe(a.get(0)) + "')");
        }
        yield Values.bool(registry.unregister(a.get(0)));
      }
      default -> throw unknown(member);
    };
  }

  private long construct(Arguments a) {
    if (!a.isConstruct()) {
      throw vm.typeError("Constructor FinalizationRegistry requires 'new'");
    }
    if (!js.isCallable(a.get(0))) {
      throw vm.typeError("FinalizationRegistry: cleanup must be callable");
    }
    return js.newHost(js.prototypeFor(a, prototype.get()), new Registry(vm, jobs, a.get(0)));
  }

  private Registry registry(Arguments a, String member) {
    if (js.payload(a.thisValue()) instanceof Registry registry) {
      return registry;
    }
    throw js.describe().incompatible(NAME + ".prototype." + member, a.thisValue());
  }

  private long register(Registry registry, Arguments a) {
    if (!js.canBeHeldWeakly(a.get(0))) {
      throw vm.typeError("FinalizationRegistry.prototype.register: invalid target");
    }
    if (js.sameValue(a.get(0), a.get(1))) {
      throw vm.typeError("FinalizationRegistry.prototype.register: target and holdings must not be same");
    }
    if (a.get(2) != Values.UNDEFINED && !js.canBeHeldWeakly(a.get(2))) {
      throw vm.typeError("Invalid unregisterToken ('" + js.describe(a.get(2)) + "')");
    }
    registry.register(a.get(0), a.get(1), a.get(2));
    return Values.UNDEFINED;
  }
}
