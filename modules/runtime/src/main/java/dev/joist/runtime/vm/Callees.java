package dev.joist.runtime.vm;

import dev.joist.runtime.memory.Memory;
import dev.joist.spi.layout.CellKind;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.value.Values;

/** What a call asks of what it calls. */
public final class Callees {
  private Callees() {}

  public static boolean isCallable(long value) {
    return Values.isCell(value) && Memory.getByte(Values.address(value) + Layout.CELL_KIND) == CellKind.FUNCTION;
  }

  public static boolean isConstructor(Vm vm, long value) {
    return isCallable(value) && vm.functions().ofCell(Values.address(value)).isConstructor();
  }

  /** The code behind a Value that is called without `new`; TypeError when it cannot be. */
  public static FunctionCode callable(Vm vm, long callee) {
    if (!isCallable(callee)) {
      throw vm.typeError(vm.errors().describeCallee(callee) + " is not a function");
    }
    FunctionCode code = vm.functions().ofCell(Values.address(callee));
    if (code.isClassConstructor()) {
      throw vm.typeError("Class constructor " + code.name() + " cannot be invoked without 'new'");
    }
    return code;
  }

  /** The code behind a Value that is called with `new`; TypeError when it cannot be. */
  public static FunctionCode constructor(Vm vm, long callee) {
    if (!isConstructor(vm, callee)) {
      throw vm.typeError(vm.errors().describeCallee(callee) + " is not a constructor");
    }
    return vm.functions().ofCell(Values.address(callee));
  }

  /** A new object for a base constructor: its prototype is the `prototype` of new.target. */
  public static long createThis(Vm vm, FunctionCode callee, long newTarget) {
    return vm.closures().createThis(callee, newTarget);
  }

  /** Counts a call; true when the function is compiled, perhaps only now. */
  public static boolean countsAsCompiled(Vm vm, BytecodeFunction callee) {
    if (callee.compiled() != null) {
      return true;
    }
    long counter = callee.info() + Layout.INFO_CALLS;
    int calls = Memory.getInt(counter) + 1;
    Memory.putInt(counter, calls);
    if (calls >= vm.callThreshold() && !callee.isDeclined()) {
      vm.tiers().hot(callee);
      return callee.compiled() != null;
    }
    return false;
  }

  /** What a call of a frame that is gone answers: of a construct call that gave no object, the frame's `this`. */
  public static long constructed(long base, long result) {
    if (Link.isConstruct(Vm.link(base)) && !isObject(result)) {
      return Memory.getLong(base);
    }
    return result;
  }

  private static boolean isObject(long value) {
    return Values.isCell(value) && Memory.getByte(Values.address(value) + Layout.CELL_KIND) >= CellKind.FIRST_OBJECT;
  }
}
