package dev.joist.node;

import dev.joist.library.core.Builtins;
import dev.joist.library.core.Natives;
import dev.joist.runtime.vm.Arguments;
import dev.joist.runtime.vm.Intrinsic;

/** What the module os stands on. */
final class SystemFunctions extends Natives {
  private static final String MEMBERS = "property/1, processors/0, architecture/0";

  private SystemFunctions(Builtins builtins) {
    super(builtins);
  }

  static long define(Builtins builtins) {
    long object = builtins.root(builtins.js().newObject(builtins.vm().realm(Intrinsic.OBJECT_PROTOTYPE))).get();
    builtins.define().members(object, MEMBERS, new SystemFunctions(builtins));
    return object;
  }

  @Override
  protected long call(Arguments a, String member) {
    return switch (member) {
      case "property" -> vm.strings().fromJava(System.getProperty(js.toText(a.get(0)), ""));
      case "processors" -> vm.number(Runtime.getRuntime().availableProcessors());
      case "architecture" -> vm.strings().fromJava(ProcessObject.architecture());
      default -> throw unknown(member);
    };
  }
}
