package dev.joist.library.global;

import dev.joist.library.core.Builtins;
import dev.joist.library.core.Natives;
import dev.joist.runtime.vm.Arguments;
import dev.joist.runtime.vm.Intrinsic;

/** The performance object: a clock. */
public final class PerformanceBuiltins extends Natives {
  private static final String MEMBERS = "now/0";

  private final long start = System.nanoTime();

  private PerformanceBuiltins(Builtins builtins) {
    super(builtins);
  }

  /** Makes the object. Its clock begins now. */
  public static long define(Builtins builtins) {
    long object = builtins.js().newObject(builtins.vm().realm(Intrinsic.OBJECT_PROTOTYPE));
    builtins.define().enumerableMembers(object, MEMBERS, new PerformanceBuiltins(builtins));
    builtins.define().value(object, builtins.vm().strings().permanentKey("timeOrigin"), builtins.vm().number(System.currentTimeMillis()), "wec");
    builtins.define().toStringTag(object, "Performance");
    return object;
  }

  @Override
  protected long call(Arguments a, String member) {
    if (!member.equals("now")) {
      throw unknown(member);
    }
    return vm.number((System.nanoTime() - start) / 1e6);
  }
}
