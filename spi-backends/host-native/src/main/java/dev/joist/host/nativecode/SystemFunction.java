package dev.joist.host.nativecode;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * A C function of at most six numbers or addresses that says by an error number why it failed.
 *
 * <p>All are linked as functions of six longs, since each further type would cost milliseconds at start: the calling
 * conventions in question put these arguments into whole registers, and let a callee ignore what it does not take.
 */
final class SystemFunction {
  private static final FunctionDescriptor TYPE =
      FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG);

  private final String name;
  private final MethodHandle handle;
  private final MemorySegment error;

  private SystemFunction(MemorySegment address, String name, String errorVariable) {
    this.name = name;
    this.handle =
        Linker.nativeLinker().downcallHandle(address, TYPE, Linker.Option.captureCallState(errorVariable));
    var layout = Linker.Option.captureStateLayout();
    long offset = layout.byteOffset(MemoryLayout.PathElement.groupElement(errorVariable));
    this.error = Arena.ofAuto().allocate(layout).asSlice(offset, ValueLayout.JAVA_INT);
  }

  /** A function of the C library; its errors are in errno. */
  static SystemFunction ofLibc(String name) {
    return find(Linker.nativeLinker().defaultLookup(), name, "errno");
  }

  /** A function of Windows; its errors come from GetLastError. */
  static SystemFunction ofWindows(SymbolLookup library, String name) {
    return find(library, name, "GetLastError");
  }

  /** A function that cannot fail. */
  static SystemFunction at(MemorySegment address, String name) {
    return new SystemFunction(address, name, "errno");
  }

  private static SystemFunction find(SymbolLookup library, String name, String errorVariable) {
    return new SystemFunction(library.findOrThrow(name), name, errorVariable);
  }

  long call(long a, long b) {
    return call(a, b, 0, 0, 0, 0);
  }

  long call(long a, long b, long c, long d) {
    return call(a, b, c, d, 0, 0);
  }

  /** Functions that return an int leave the upper half of the result undefined. */
  long call(long a, long b, long c, long d, long e, long f) {
    try {
      return (long) handle.invokeExact(error, a, b, c, d, e, f);
    } catch (RuntimeException | Error problem) {
      throw problem;
    } catch (Throwable problem) {
      throw new IllegalStateException("calling " + name, problem);
    }
  }

  /** Why the last call failed, if it did. */
  String failure() {
    return name + " failed with error " + error.get(ValueLayout.JAVA_INT, 0);
  }
}
