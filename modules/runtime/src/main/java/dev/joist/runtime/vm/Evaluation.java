package dev.joist.runtime.vm;

import dev.joist.runtime.string.Strings;
import dev.joist.spi.value.Values;

/** What eval does. */
public final class Evaluation {
  private Evaluation() {}

  /** An indirect eval: global code. Anything but a string is its own value. */
  public static long indirect(Vm vm, long source) {
    if (!Strings.isString(source)) {
      return source;
    }
    BytecodeFunction code = vm.functions().link(vm.dynamicCode().eval(vm.strings().toJava(source), ""));
    return vm.call(vm.closures().create(code), vm.realm(Intrinsic.GLOBAL_OBJECT));
  }

  /**
   * A direct eval.
   *
   * @param callee what is called; the hole comes back when it is not eval itself
   * @param scope the heap scope of the caller, or undefined
   * @param context constant of the caller that describes the scope
   */
  public static long direct(Vm vm, long callee, long source, long scope, String context) {
    if (!Values.isCell(callee) || callee != vm.realm(Intrinsic.EVAL)) {
      return Values.HOLE;
    }
    if (!Strings.isString(source)) {
      return source;
    }
    BytecodeFunction code = vm.functions().link(vm.dynamicCode().eval(vm.strings().toJava(source), context));
    return vm.call(vm.closures().create(code, scope), Values.UNDEFINED);
  }
}
