package dev.joist.runtime.vm;

import dev.joist.runtime.memory.Memory;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.value.Values;

/** Calls from Java into JavaScript: a window above the topmost frame, and an ENTRY frame in it. */
final class HostCalls {
  private HostCalls() {}

  /** A window above the topmost frame with callee and `this`; the caller writes the arguments from window+32 on. */
  static long window(Vm vm, long callee, long thisValue, int argc) {
    if (argc > Link.MAX_ARGC) {
      throw vm.rangeError("too many arguments in a call: " + argc);
    }
    long window = vm.top() + vm.options().hostEntryBytes();
    long end = window + Layout.WINDOW_TO_BASE + 8L * (argc + 1);
    if (end > vm.stack().limit()) {
      throw vm.rangeError("Maximum call stack size exceeded");
    }
    // What lies between the frames is not cleared, only skipped: it may be stale, which is harmless.
    Memory.putLong(window, callee);
    Memory.putLong(window + 8, Values.UNDEFINED);
    Memory.putLong(window + Layout.WINDOW_TO_BASE, thisValue);
    return window;
  }

  /** Calls what is in a window, and restores the topmost frame however that ends. */
  static long enter(Vm vm, long window, int argc, long flags) {
    long callerBase = vm.base();
    int callerPc = vm.pc();
    BytecodeFunction callerFunction = vm.function();
    int callerNatives = vm.nativeDepth();
    FunctionCode callee = (flags & Layout.LINK_CONSTRUCT) != 0 ? constructor(vm, window) : Callees.callable(vm, Memory.getLong(window));
    long base = window + Layout.WINDOW_TO_BASE;
    Memory.putLong(base + Layout.FRAME_LINK, Values.opaque(Link.of(0, 0, argc, flags | Layout.LINK_ENTRY)));
    vm.entries().push(callerBase, callerPc);
    try {
      return run(vm, callee, base, argc);
    } finally {
      vm.entries().pop();
      vm.setFrame(callerBase, callerFunction);
      vm.at(callerPc);
      vm.setNativeDepth(callerNatives);
    }
  }

  /** Runs an ENTRY frame whose header and arguments are written. */
  static long run(Vm vm, FunctionCode callee, long base, int argc) {
    return switch (callee) {
      case NativeCode code -> {
        vm.setNativeFrame(base);
        if (vm.safepointWanted()) {
          vm.safepoint();
        }
        yield code.body().call(vm, vm.borrowArguments(base, argc));
      }
      case BytecodeFunction code -> bytecode(vm, code, base, argc);
    };
  }

  static FunctionCode constructor(Vm vm, long window) {
    FunctionCode callee = Callees.constructor(vm, Memory.getLong(window));
    if (!callee.isDerivedConstructor()) {
      long self = Callees.createThis(vm, callee, Memory.getLong(window + 8));
      Memory.putLong(window + Layout.WINDOW_TO_BASE, self);
    } else {
      Memory.putLong(window + Layout.WINDOW_TO_BASE, Values.HOLE);
    }
    return callee;
  }

  private static long bytecode(Vm vm, BytecodeFunction callee, long base, int argc) {
    callee.prepare(vm);
    if (base > vm.stack().limit()) {
      throw vm.rangeError("Maximum call stack size exceeded");
    }
    for (int i = argc; i < callee.parameterCount(); i++) {
      Memory.putLong(base + 8L * (i + 1), Values.UNDEFINED);
    }
    vm.setFrame(base, callee);
    vm.at(0);
    if (vm.safepointWanted()) {
      vm.safepoint();
    }
    if (Callees.countsAsCompiled(vm, callee)) {
      long result = vm.tiers().enter(callee, base, argc);
      if (result == Layout.EXCEPTION) {
        throw vm.pending();
      }
      return Callees.constructed(base, result);
    }
    return vm.interpreter().run(vm, base, 0);
  }
}
