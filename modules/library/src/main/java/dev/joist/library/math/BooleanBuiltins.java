package dev.joist.library.math;

import dev.joist.library.core.Builtins;
import dev.joist.library.core.Natives;
import dev.joist.runtime.vm.Arguments;
import dev.joist.runtime.vm.Intrinsic;
import dev.joist.spi.value.Values;

/** Boolean: constructor and prototype. */
public final class BooleanBuiltins extends Natives {
  private static final String PROTOTYPE_MEMBERS = "toString/0, valueOf/0";

  private BooleanBuiltins(Builtins builtins) {
    super(builtins);
  }

  /** Defines Boolean's prototype and makes the constructor. */
  public static long define(Builtins builtins) {
    BooleanBuiltins booleans = new BooleanBuiltins(builtins);
    long prototype = builtins.vm().realm(Intrinsic.BOOLEAN_PROTOTYPE);
    long constructor = builtins.define().constructor("Boolean", 1, booleans, prototype);
    builtins.define().members(prototype, PROTOTYPE_MEMBERS, booleans);
    return constructor;
  }

  @Override
  protected long call(Arguments a, String member) {
    return switch (member) {
      case "Boolean" -> construct(a);
      case "toString" -> vm.strings().fromJava(thisBoolean(a, member) ? "true" : "false");
      case "valueOf" -> Values.bool(thisBoolean(a, member));
      default -> throw unknown(member);
    };
  }

  private long construct(Arguments a) {
    long value = Values.bool(js.toBoolean(a.get(0)));
    return a.isConstruct() ? js.newWrapper(value, js.prototypeFor(a, vm.realm(Intrinsic.BOOLEAN_PROTOTYPE))) : value;
  }

  private boolean thisBoolean(Arguments a, String member) {
    long value = js.unwrapped(a.thisValue());
    if (!Values.isBoolean(value)) {
      throw vm.typeError("Boolean.prototype." + member + " requires that 'this' be a Boolean");
    }
    return value == Values.TRUE;
  }
}
