package dev.joist.library.collection;

import dev.joist.library.core.Builtins;
import dev.joist.library.core.Natives;
import dev.joist.library.core.Root;
import dev.joist.runtime.vm.Arguments;
import dev.joist.runtime.heap.Liveness;
import dev.joist.runtime.heap.Marker;
import dev.joist.runtime.heap.WeakTraced;
import dev.joist.runtime.vm.Intrinsic;
import dev.joist.spi.value.Values;

/** WeakRef: constructor and prototype. */
public final class WeakRefBuiltins extends Natives {
  private static final String PROTOTYPE_MEMBERS = "deref/0";

  private final Root prototype;

  private WeakRefBuiltins(Builtins builtins) {
    super(builtins);
    prototype = builtins.root(js.newObject(vm.realm(Intrinsic.OBJECT_PROTOTYPE)));
  }

  /** Makes the constructor and its prototype. */
  public static long define(Builtins builtins) {
    WeakRefBuiltins weakRef = new WeakRefBuiltins(builtins);
    long constructor = builtins.define().constructor("WeakRef", 1, weakRef, weakRef.prototype.get());
    builtins.define().members(weakRef.prototype.get(), PROTOTYPE_MEMBERS, weakRef);
    builtins.define().toStringTag(weakRef.prototype.get(), "WeakRef");
    return constructor;
  }

  /** What a WeakRef refers to; undefined when that is gone. */
  private static final class Target implements WeakTraced {
    private long value;

    Target(long value) {
      this.value = value;
    }

    @Override
    public void traceEphemerons(Marker marker, Liveness liveness) {
      // Nothing is alive because of this.
    }

    @Override
    public void clearDead(Liveness liveness) {
      if (value != Values.UNDEFINED && !liveness.isLive(Values.address(value))) {
        value = Values.UNDEFINED;
      }
    }
  }

  @Override
  protected long call(Arguments a, String member) {
    return switch (member) {
      case "WeakRef" -> construct(a);
      case "deref" -> {
        if (!(js.payload(a.thisValue()) instanceof Target target)) {
          throw js.describe().incompatible("WeakRef.prototype.deref", a.thisValue());
        }
        yield target.value;
      }
      default -> throw unknown(member);
    };
  }

  private long construct(Arguments a) {
    if (!a.isConstruct()) {
      throw vm.typeError("Constructor WeakRef requires 'new'");
    }
    if (!js.canBeHeldWeakly(a.get(0))) {
      throw vm.typeError("WeakRef: invalid target");
    }
    return js.newHost(js.prototypeFor(a, prototype.get()), new Target(a.get(0)));
  }
}
