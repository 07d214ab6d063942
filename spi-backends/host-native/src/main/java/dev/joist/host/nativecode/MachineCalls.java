package dev.joist.host.nativecode;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.joist.spi.host.InstallException;
import dev.joist.spi.host.MachineFault;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.function.Supplier;

/** How Java calls machine code, and what machine code calls to reach Java. */
abstract sealed class MachineCalls {
  private MachineCalls() {}

  abstract long call(long entry, long a, long b, long c, long d);

  /** The address that machine code is told. */
  abstract long upcallAddress();

  private static RuntimeException failed(Throwable thrown) {
    return switch (thrown) {
      case RuntimeException e -> e;
      case Error e -> throw e;
      default -> new IllegalStateException("calling machine code", thrown);
    };
  }

  /** Without anything in between. */
  static final class Direct extends MachineCalls {
    private static final MethodHandle CALL = Linker.nativeLinker()
        .downcallHandle(FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG));

    private final Supplier<MemorySegment> link;
    private MemorySegment upcall;

    /** @param link makes what machine code calls; asked for when it is wanted first, since that costs some ten milliseconds */
    Direct(Supplier<MemorySegment> link) {
      this.link = link;
    }

    @Override
    long call(long entry, long a, long b, long c, long d) {
      try {
        return (long) CALL.invokeExact(MemorySegment.ofAddress(entry), a, b, c, d);
      } catch (Throwable e) {
        throw failed(e);
      }
    }

    @Override
    long upcallAddress() {
      if (upcall == null) {
        upcall = link.get();
      }
      return upcall.address();
    }
  }

  /** Through {@link CheckedStubs}. */
  static final class Checked extends MachineCalls {
    private static final MethodHandle CALL = Linker.nativeLinker()
        .downcallHandle(FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG));

    private final CheckedStubs stubs;
    private final MemorySegment report;
    private final MemorySegment entryStub;
    private final long exitStub;

    Checked(CheckedStubs stubs, CodeHeap code, Arena arena, MemorySegment upcall) throws InstallException {
      this.stubs = stubs;
      report = arena.allocate(JAVA_LONG);
      entryStub = MemorySegment.ofAddress(code.add(stubs.entry()));
      exitStub = code.add(stubs.exit(report.address(), upcall.address()));
    }

    @Override
    long call(long entry, long a, long b, long c, long d) {
      long result;
      try {
        result = (long) CALL.invokeExact(entryStub, entry, a, b, c, d, report.address());
      } catch (Throwable e) {
        throw failed(e);
      }
      long findings = report.get(JAVA_LONG, 0);
      if (findings != 0) {
        report.set(JAVA_LONG, 0, 0);
        throw new MachineFault("in the call of 0x" + Long.toHexString(entry) + " " + stubs.describe(findings));
      }
      return result;
    }

    @Override
    long upcallAddress() {
      return exitStub;
    }
  }
}
