package dev.joist.runtime.vm;

import dev.joist.runtime.memory.Memory;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.value.Values;

/** Leaving frames. */
public final class Frames {
  /** Instead of an offset: the ENTRY frame has returned, its result is {@link Vm#result}. */
  public static final int LEFT = -1;

  private static final int SWITCHED = -2;

  private Frames() {}

  /**
   * What an instruction answers that made another frame the topmost, to go on in at an offset. Negative, so that the interpreter's loop knows
   * without asking.
   */
  public static int switched(int offset) {
    return SWITCHED - offset;
  }

  /** The offset in what {@link #switched} answered. */
  public static int offset(int switched) {
    return SWITCHED - switched;
  }

  /**
   * Returns a value from the topmost frame: the caller's becomes the topmost, with the value in the calling instruction's result
   * register.
   *
   * @return {@link #switched} to the instruction after the call, or {@link #LEFT}
   */
  public static int leave(Vm vm, long base, long value) {
    long link = Vm.link(base);
    long result = value;
    if ((link & (Layout.LINK_CONSTRUCT | Layout.LINK_ENTRY)) != 0) {
      if (Link.isConstruct(link)) {
        result = Callees.constructed(base, value);
      }
      if (Link.isEntry(link)) {
        vm.setResult(result);
        return LEFT;
      }
    }
    long callerBase = base - Link.delta(link);
    BytecodeFunction caller = vm.bytecodeAt(callerBase);
    int call = Link.offset(link);
    byte[] code = caller.code();
    vm.setFrame(callerBase, caller);
    Registers.set(code, call + 1, callerBase, result);
    return switched(call + vm.instructionLength(code[call] & 0xff));
  }

  /** The offset of the handler that covers an instruction, or -1. Nothing catches when the engine is to end. */
  public static int handler(Vm vm, BytecodeFunction function, int offset) {
    return vm.termination() == null ? function.handlerFor(offset) : -1;
  }

  /**
   * Finds the handler of the pending exception, from the topmost frame and {@link Vm#pc} on, and makes its frame the topmost.
   *
   * @return the handler's offset
   * @throws JsThrow the exception goes on: no frame up to an ENTRY frame catches it
   */
  public static int unwind(Vm vm) {
    long base = vm.base();
    int offset = vm.pc();
    for (;;) {
      if (vm.functionAt(base) instanceof BytecodeFunction function) {
        int target = handler(vm, function, offset);
        if (target >= 0) {
          vm.setFrame(base, function);
          return target;
        }
      }
      long link = Vm.link(base);
      if (Link.isEntry(link)) {
        throw vm.pending();
      }
      offset = Link.offset(link);
      base -= Link.delta(link);
    }
  }

  /** Marks a frame as entered from Java: it returns there. */
  public static void makeEntry(long base) {
    Memory.putLong(base + Layout.FRAME_LINK, Values.opaque(Vm.link(base) | Layout.LINK_ENTRY));
  }
}
