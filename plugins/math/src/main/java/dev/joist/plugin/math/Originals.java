package dev.joist.plugin.math;

import static dev.joist.bytecode.CodeReader.u16;

import dev.joist.runtime.memory.Memory;
import dev.joist.runtime.vm.Callees;
import dev.joist.runtime.vm.Intrinsic;
import dev.joist.runtime.vm.Vm;
import dev.joist.spi.layout.Feedback;
import dev.joist.spi.value.Values;

/** Whether a function of Math is still what it was, and what its site is told. */
final class Originals {
  private static final int CALLEE_WORD = 1;

  private Originals() {}

  /**
   * Whether the callee is the realm's original function. Then the site's second word is the callee: compiled code compares with it, which is sound since
   * the realm keeps the original alive.
   *
   * @param at where the instruction names its site
   */
  static boolean isOriginal(Vm vm, byte[] code, int at, long callee, Intrinsic function) {
    if (callee != vm.realm(function) || callee == Values.UNDEFINED) {
      Callees.callable(vm, callee);
      return false;
    }
    long word = vm.function().site(u16(code, at) + CALLEE_WORD);
    if (Memory.getLong(word) != callee) {
      Memory.putLong(word, callee);
    }
    return true;
  }

  /** The result as a Value; the site remembers when it is no int32. */
  static long number(Vm vm, byte[] code, int at, double result) {
    long value = vm.number(result);
    if (!Values.isInt32(value)) {
      vm.feedback(u16(code, at), Feedback.OVERFLOW);
    }
    return value;
  }
}
