package dev.joist.runtime.vm;

import dev.joist.runtime.heap.Marker;
import dev.joist.runtime.heap.Traced;
import dev.joist.runtime.memory.Memory;
import dev.joist.runtime.object.Objects;
import dev.joist.spi.layout.CellKind;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.value.Values;

/**
 * Generators, and the frames of async functions: a frame's registers are copied out when it yields, and into a new ENTRY frame when it is resumed. While a generator's frame runs, the new.target
 * slot of its header, which nothing else uses in a call, holds the generator object.
 */
public final class Generators {
  /** How a generator is resumed; the ordinals are what Yield tells. */
  public enum Mode {
    NEXT, THROW, RETURN
  }

  /** Why a frame is suspended. */
  private enum Reason {
    YIELD,
    /** It yields a result object of an inner iterator as it is. */
    DELEGATE,
    AWAIT
  }

  private enum State {
    /** Nothing of the body has run. */
    START, SUSPENDED, RUNNING, DONE
  }

  private static final class Suspension implements Traced {
    private final long callee;
    private final boolean async;
    private final long[] registers;
    private State state = State.START;
    private Reason reason = Reason.YIELD;
    private Traced companion;
    /** Of the Yield, or CreateGenerator, that left the frame. */
    private int offset;

    Suspension(BytecodeFunction function, long callee, int offset) {
      this.callee = callee;
      this.async = function.kind().isAsync();
      this.registers = new long[function.registerCount()];
      this.offset = offset;
    }

    void save(long base) {
      for (int i = 0; i < registers.length; i++) {
        registers[i] = Memory.getLong(base + 8L * i);
      }
    }

    void restore(long base) {
      for (int i = 0; i < registers.length; i++) {
        Memory.putLong(base + 8L * i, registers[i]);
      }
    }

    @Override
    public void trace(Marker marker) {
      marker.mark(callee);
      if (companion != null) {
        companion.trace(marker);
      }
      if (state != State.DONE) {
        for (long register : registers) {
          marker.mark(register);
        }
      }
    }
  }

  private Generators() {}

  /** Makes a generator of the topmost frame, which has run up to the instruction at an offset. */
  public static long create(Vm vm, long base, int offset) {
    long prototype = vm.objects().get(Memory.getLong(base + Layout.FRAME_CALLEE), vm.names().prototype);
    return create(vm, base, offset, Objects.isObject(prototype) ? prototype : vm.realm(prototype(vm.function())));
  }

  /** Suspends an async function's frame, the topmost, which has run up to the instruction at an offset. No program sees the object. */
  public static long createCoroutine(Vm vm, long base, int offset) {
    return create(vm, base, offset, Values.NULL);
  }

  private static long create(Vm vm, long base, int offset, long prototype) {
    Suspension suspension = new Suspension(vm.function(), Memory.getLong(base + Layout.FRAME_CALLEE), offset);
    suspension.save(base);
    return vm.objects().factory().newHost(CellKind.GENERATOR, prototype, suspension);
  }

  /** What the generators of a function inherit from if its `prototype` is no object. */
  static Intrinsic prototype(FunctionCode code) {
    return code.functionPrototype() == Intrinsic.ASYNC_GENERATOR_FUNCTION_PROTOTYPE ? Intrinsic.ASYNC_GENERATOR_PROTOTYPE
        : Intrinsic.GENERATOR_PROTOTYPE;
  }

  /** Leaves the topmost frame, a generator's, at a Yield; answers what the instruction answers. */
  public static int yield(Vm vm, long base, int offset, long value) {
    return suspend(vm, base, offset, value, Reason.YIELD);
  }

  /** As {@link #yield}: the value is a result object of an iterator that is delegated to. */
  public static int delegate(Vm vm, long base, int offset, long result) {
    return suspend(vm, base, offset, result, Reason.DELEGATE);
  }

  /** As {@link #yield}: the frame waits for what becomes of a value. */
  public static int await(Vm vm, long base, int offset, long value) {
    return suspend(vm, base, offset, value, Reason.AWAIT);
  }

  private static int suspend(Vm vm, long base, int offset, long value, Reason reason) {
    Suspension suspension = suspension(vm, Memory.getLong(base + Layout.FRAME_NEW_TARGET));
    suspension.save(base);
    suspension.offset = offset;
    suspension.reason = reason;
    suspension.state = State.SUSPENDED;
    vm.setResult(value);
    return Frames.LEFT;
  }

  /** A generator of a function that is not async. */
  public static boolean isGenerator(Vm vm, long value) {
    return Objects.isObject(value) && Objects.kind(value) == CellKind.GENERATOR && !suspension(vm, value).async;
  }

  public static boolean isAsyncGenerator(Vm vm, long value) {
    return Objects.isObject(value) && Objects.kind(value) == CellKind.GENERATOR && suspension(vm, value).async;
  }

  /** Whether nothing of a generator's body has run, nor ever will if it is done. */
  public static boolean isAtStart(Vm vm, long generator) {
    return suspension(vm, generator).state == State.START;
  }

  /** Whether what a generator was left with is a result object of an inner iterator. */
  public static boolean isDelegating(Vm vm, long generator) {
    Suspension suspension = suspension(vm, generator);
    return suspension.state == State.SUSPENDED && suspension.reason == Reason.DELEGATE;
  }

  /** Whether what a frame was left with is a value that it waits for. */
  public static boolean isAwaiting(Vm vm, long generator) {
    Suspension suspension = suspension(vm, generator);
    return suspension.state == State.SUSPENDED && suspension.reason == Reason.AWAIT;
  }

  /** What drives the generator, kept with it; null at first. */
  public static Traced companion(Vm vm, long generator) {
    return suspension(vm, generator).companion;
  }

  public static void setCompanion(Vm vm, long generator, Traced companion) {
    suspension(vm, generator).companion = companion;
  }

  /** Whether a generator's body has ended. */
  public static boolean isDone(Vm vm, long generator) {
    return suspension(vm, generator).state == State.DONE;
  }

  private static Suspension suspension(Vm vm, long generator) {
    return (Suspension) vm.objects().payload(generator);
  }

  /**
   * Resumes a generator. May collect; the generator must be in a register or handle.
   *
   * @param value what is sent, thrown or returned
   * @return what it yields or, when it is {@link #isDone} then, returns
   */
  public static long resume(Vm vm, long generator, Mode mode, long value) {
    Suspension suspension = suspension(vm, generator);
    if (suspension.state == State.RUNNING) {
      throw vm.typeError("Generator is already running");
    }
    if (suspension.state == State.START && mode != Mode.NEXT) {
      suspension.state = State.DONE;
    }
    if (suspension.state == State.DONE) {
      if (mode == Mode.THROW) {
        throw vm.throwValue(value);
      }
      return mode == Mode.RETURN ? value : Values.UNDEFINED;
    }
    return run(vm, generator, suspension, mode, value);
  }

  private static long run(Vm vm, long generator, Suspension suspension, Mode mode, long value) {
    BytecodeFunction function = (BytecodeFunction) vm.functions().ofCell(Values.address(suspension.callee));
    long window = HostCalls.window(vm, suspension.callee, Values.UNDEFINED, 0);
    long base = window + Layout.WINDOW_TO_BASE;
    if (base > vm.stack().limit()) {
      throw vm.rangeError("Maximum call stack size exceeded");
    }
    Memory.putLong(base + Layout.FRAME_NEW_TARGET, generator);
    Memory.putLong(base + Layout.FRAME_LINK, Values.opaque(Link.of(0, 0, 0, Layout.LINK_ENTRY)));
    suspension.restore(base);
    if (suspension.state == State.SUSPENDED) {
      Registers.set(function.code(), suspension.offset + 1, base, value);
      Registers.set(function.code(), suspension.offset + 2, base, Values.int32(mode.ordinal()));
    }
    int next = suspension.offset + vm.instructionLength(function.code()[suspension.offset] & 0xff);
    suspension.state = State.RUNNING;
    long callerBase = vm.base();
    int callerPc = vm.pc();
    int natives = vm.nativeDepth();
    BytecodeFunction caller = vm.function();
    vm.pushEntry(callerBase, callerPc);
    try {
      vm.setFrame(base, function);
      vm.at(next);
      return goOn(vm, base, function, next);
    } finally {
      if (suspension.state == State.RUNNING) {
        suspension.state = State.DONE;
      }
      vm.popEntry();
      vm.setFrame(callerBase, caller);
      vm.at(callerPc);
      vm.setNativeDepth(natives);
    }
  }

  /** Each resumption counts as a call: what is resumed often enough is compiled. */
  private static long goOn(Vm vm, long base, BytecodeFunction function, int next) {
    if (!Callees.countsAsCompiled(vm, function)) {
      return vm.interpreter().run(vm, base, next);
    }
    long result = vm.tiers().enterResumed(function, base, next);
    if (result == Layout.EXCEPTION) {
      throw vm.pending();
    }
    return result;
  }
}
