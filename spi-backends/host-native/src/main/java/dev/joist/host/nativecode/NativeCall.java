package dev.joist.host.nativecode;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/** A function of the operating system that says by an error number why it failed. */
final class NativeCall {
  private static final Linker LINKER = Linker.nativeLinker();

  private final String name;
  private final MethodHandle handle;
  private final String errorVariable;

  /**
   * Finds a function.
   *
   * @param errorVariable {@code errno} or {@code GetLastError}
   * @throws UnsupportedOperationException when there is no such function
   */
  NativeCall(SymbolLookup library, String name, String errorVariable, FunctionDescriptor type) {
    this.name = name;
    this.errorVariable = errorVariable;
    this.handle =
        LINKER.downcallHandle(
            library.find(name).orElseThrow(() -> new UnsupportedOperationException("the system has no function " + name)),
            type,
            Linker.Option.captureCallState(errorVariable));
  }

  /** What a call returned, as a number, and the error number that it left. */
  record Result(String function, long value, int error) {
    String failure() {
      return function + " failed with error " + error;
    }
  }

  Result call(Object... arguments) {
    MemoryLayout state = Linker.Option.captureStateLayout();
    VarHandle error = state.varHandle(MemoryLayout.PathElement.groupElement(errorVariable));
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment captured = arena.allocate(state);
      Object[] all = new Object[arguments.length + 1];
      all[0] = captured;
      System.arraycopy(arguments, 0, all, 1, arguments.length);
      Object value = handle.invokeWithArguments(all);
      return new Result(name, asLong(value), (int) error.get(captured, 0L));
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("calling " + name, e);
    }
  }

  private static long asLong(Object value) {
    return switch (value) {
      case MemorySegment segment -> segment.address();
      case Number number -> number.longValue();
      default -> throw new IllegalStateException("no number: " + value);
    };
  }

  /** Calls a function of an address and a number that returns nothing. */
  static void invoke(MethodHandle function, MemorySegment address, long number) {
    try {
      function.invokeExact(address, number);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("calling " + function, e);
    }
  }

  static FunctionDescriptor pointer(MemoryLayout... arguments) {
    return FunctionDescriptor.of(ValueLayout.ADDRESS, arguments);
  }

  static FunctionDescriptor integer(MemoryLayout... arguments) {
    return FunctionDescriptor.of(ValueLayout.JAVA_INT, arguments);
  }
}
