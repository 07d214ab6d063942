package dev.joist.library.core;

import dev.joist.runtime.vm.Arguments;
import dev.joist.runtime.vm.MachineNative;
import dev.joist.runtime.vm.NativeCode;
import dev.joist.runtime.vm.NativeFunction;
import dev.joist.runtime.vm.Vm;
import java.util.HashMap;
import java.util.Map;

/**
 * A family of functions written in Java, told apart by name: one class for all of them, since each class costs start-up time (see
 * docs/adr on how built-ins are defined).
 */
public abstract class Natives {
  protected final Builtins builtins;
  protected final Vm vm;
  protected final Js js;
  /** The codes of members that several function objects have. */
  private final Map<String, NativeCode> sharedCodes = new HashMap<>();

  protected Natives(Builtins builtins) {
    this.builtins = builtins;
    this.vm = builtins.vm();
    this.js = builtins.js();
  }

  /**
   * Runs a member.
   *
   * @param member its name as the table that it was defined from spells it, without the length
   */
  protected abstract long call(Arguments a, String member);

  /** The member as the runtime calls it. */
  NativeFunction member(String name) {
    return new Member(this, name, machine(name));
  }

  /** The machine code that does the same as a member, or null. */
  protected MachineNative machine(String member) {
    return null;
  }

  NativeCode sharedCode(String member) {
    return sharedCodes.get(member);
  }

  void shareCode(String member, NativeCode code) {
    sharedCodes.put(member, code);
  }

  /** The answer to a member that the family does not have: its table and its switch disagree. */
  protected final IllegalStateException unknown(String member) {
    return new IllegalStateException(getClass().getSimpleName() + " has no member " + member);
  }

  private record Member(Natives family, String name, MachineNative machine) implements NativeFunction {
    @Override
    public long call(Vm vm, Arguments arguments) {
      return family.call(arguments, name);
    }
  }
}
