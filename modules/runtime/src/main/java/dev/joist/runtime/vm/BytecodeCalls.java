package dev.joist.runtime.vm;

import dev.joist.runtime.memory.Memory;
import dev.joist.runtime.object.Objects;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.value.Values;

/** Calls that an instruction makes: a window in, or above, the topmost frame becomes the callee's frame. */
public final class BytecodeCalls {
  private BytecodeCalls() {}

  /**
   * Calls what is in a window without `new`; `this` and the arguments are there.
   *
   * @param pc the calling instruction, whose first operand names the result's register
   * @return {@link Frames#switched} to the callee's beginning, or the offset after the instruction when the call is over
   */
  public static int call(Vm vm, byte[] code, long base, int pc, long window, int argc) {
    long callee = Memory.getLong(window);
    if (!Callees.isCallable(callee)) {
      throw vm.typeError(vm.errors().describeCallee(callee) + " is not a function");
    }
    FunctionCode function = vm.functions().ofCell(Values.address(callee));
    if (function.isClassConstructor()) {
      throw vm.typeError("Class constructor " + function.name() + " cannot be invoked without 'new'");
    }
    return enter(vm, code, base, pc, window, argc, function, 0);
  }

  /** Calls what is in a window with `new`; new.target and the arguments are there, `this` is made here. As {@link #call}. */
  public static int construct(Vm vm, byte[] code, long base, int pc, long window, int argc) {
    FunctionCode function = Callees.constructor(vm, Memory.getLong(window));
    long self = function.isDerivedConstructor() ? Values.HOLE : Callees.createThis(vm, function, Memory.getLong(window + 8));
    Memory.putLong(window + Layout.WINDOW_TO_BASE, self);
    return enter(vm, code, base, pc, window, argc, function, Layout.LINK_CONSTRUCT);
  }

  private static int enter(Vm vm, byte[] code, long base, int pc, long window, int argc, FunctionCode function, long flags) {
    long frame = window + Layout.WINDOW_TO_BASE;
    Memory.putLong(frame + Layout.FRAME_LINK, Values.opaque(Link.of(pc, frame - base, argc, flags)));
    if (function instanceof BytecodeFunction bytecode) {
      return enterBytecode(vm, code, base, pc, frame, argc, bytecode);
    }
    return callNative(vm, code, base, pc, frame, argc, (NativeCode) function);
  }

  private static int enterBytecode(Vm vm, byte[] code, long base, int pc, long frame, int argc, BytecodeFunction callee) {
    for (int i = argc; i < callee.parameterCount(); i++) {
      Memory.putLong(frame + 8L * (i + 1), Values.UNDEFINED);
    }
    callee.prepare(vm);
    if (!callee.isLeaf() && vm.passesStackLimit(frame)) {
      entrySafepoint(vm, frame, callee);
    }
    if (Callees.countsAsCompiled(vm, callee)) {
      return enterCompiled(vm, code, base, pc, frame, argc, callee);
    }
    vm.setFrame(frame, callee);
    return Frames.switched(0);
  }

  /** The stack ends, which is an error of the caller; or a safepoint is wanted, of which the callee's frame is the topmost. */
  private static void entrySafepoint(Vm vm, long frame, BytecodeFunction callee) {
    if (frame > vm.stack().limit()) {
      throw vm.rangeError("Maximum call stack size exceeded");
    }
    long base = vm.base();
    BytecodeFunction caller = vm.function();
    int pc = vm.pc();
    vm.setFrame(frame, callee);
    vm.at(0);
    vm.safepoint();
    vm.setFrame(base, caller);
    vm.at(pc);
  }

  private static int enterCompiled(Vm vm, byte[] code, long base, int pc, long frame, int argc, BytecodeFunction callee) {
    BytecodeFunction caller = vm.function();
    vm.setFrame(frame, callee);
    long result = vm.tiers().enter(callee, frame, argc);
    vm.setFrame(base, caller);
    vm.at(pc);
    if (result == Layout.EXCEPTION) {
      throw vm.pending();
    }
    return finish(vm, code, base, pc, Callees.constructed(frame, result));
  }

  private static int callNative(Vm vm, byte[] code, long base, int pc, long frame, int argc, NativeCode callee) {
    int depth = vm.nativeDepth();
    vm.setNativeFrame(frame);
    long result = callee.body().call(vm, vm.borrowArguments(frame, argc));
    vm.setNativeDepth(depth);
    vm.setNativeFrame(base);
    return finish(vm, code, base, pc, result);
  }

  private static int finish(Vm vm, byte[] code, long base, int pc, long result) {
    Registers.set(code, pc + 1, base, result);
    return pc + vm.instructionLength(code[pc] & 0xff);
  }

  /**
   * Builds a window above the topmost frame for a call whose arguments lie in an array.
   *
   * @return the window; the caller writes callee and `this` or new.target
   */
  public static long spread(Vm vm, long base, long array) {
    long count = Objects.arrayLength(array);
    long window = base + 8L * vm.function().registerCount();
    long end = window + Layout.WINDOW_TO_BASE + 8 * (count + 1);
    if (count > Link.MAX_ARGC || end > vm.stack().limit()) {
      throw vm.rangeError("Maximum call stack size exceeded");
    }
    for (int i = 0; i < count; i++) {
      Memory.putLong(window + 32 + 8L * i, vm.objects().getIndex(array, i));
    }
    return window;
  }

  /** How many arguments {@link #spread} has written. */
  public static int spreadCount(long array) {
    return (int) Objects.arrayLength(array);
  }
}
