package dev.joist.runtime.vm;

import dev.joist.runtime.memory.Memory;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.value.Values;

/** Frames that machine code has made and Java runs: of functions that are not compiled, and of natives. */
public final class MachineCalls {
  private MachineCalls() {}

  /**
   * Runs a frame whose header and arguments are written, to its end.
   *
   * @param base its base; the link tells the caller and whether it is a construct call, for which `this` is made here
   * @return the result
   * @throws JsThrow an exception that the frame does not catch
   */
  public static long run(Vm vm, long base) {
    long link = Vm.link(base);
    long callerBase = base - Link.delta(link);
    BytecodeFunction caller = vm.bytecodeAt(callerBase);
    int natives = vm.nativeDepth();
    vm.setFrame(callerBase, caller);
    vm.at(Link.offset(link));
    long window = base - Layout.WINDOW_TO_BASE;
    FunctionCode callee = Link.isConstruct(link) ? HostCalls.constructor(vm, window) : Callees.callable(vm, Memory.getLong(window));
    Memory.putLong(base + Layout.FRAME_LINK, Values.opaque(link | Layout.LINK_ENTRY));
    vm.entries().push(callerBase, Link.offset(link));
    try {
      return HostCalls.run(vm, callee, base, Link.argc(link));
    } finally {
      vm.entries().pop();
      vm.setFrame(callerBase, caller);
      vm.setNativeDepth(natives);
    }
  }
}
