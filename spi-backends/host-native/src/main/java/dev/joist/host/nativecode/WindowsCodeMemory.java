package dev.joist.host.nativecode;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.joist.spi.host.InstallException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;

/** Executable memory by VirtualAlloc and VirtualProtect. Has not been run. */
final class WindowsCodeMemory implements CodeMemory {
  private static final int MEM_COMMIT_AND_RESERVE = 0x3000;
  private static final int MEM_RELEASE = 0x8000;
  private static final int PAGE_READWRITE = 4;
  private static final int PAGE_EXECUTE_READ = 0x20;
  private static final String LAST_ERROR = "GetLastError";
  /** The pseudo handle that GetCurrentProcess returns. */
  private static final MemorySegment CURRENT_PROCESS = MemorySegment.ofAddress(-1);

  private final NativeCall allocate;
  private final NativeCall protect;
  private final NativeCall free;
  private final NativeCall flush;

  WindowsCodeMemory() {
    SymbolLookup kernel = SymbolLookup.libraryLookup("kernel32", Arena.global());
    allocate =
        new NativeCall(
            kernel, "VirtualAlloc", LAST_ERROR, NativeCall.pointer(ADDRESS, JAVA_LONG, JAVA_INT, JAVA_INT));
    protect =
        new NativeCall(
            kernel, "VirtualProtect", LAST_ERROR, NativeCall.integer(ADDRESS, JAVA_LONG, JAVA_INT, ADDRESS));
    free = new NativeCall(kernel, "VirtualFree", LAST_ERROR, NativeCall.integer(ADDRESS, JAVA_LONG, JAVA_INT));
    flush =
        new NativeCall(kernel, "FlushInstructionCache", LAST_ERROR, NativeCall.integer(ADDRESS, ADDRESS, JAVA_LONG));
  }

  @Override
  public MemorySegment reserve(long bytes) throws InstallException {
    NativeCall.Result result = allocate.call(MemorySegment.NULL, bytes, MEM_COMMIT_AND_RESERVE, PAGE_READWRITE);
    if (result.value() == 0) {
      throw new InstallException("no memory for " + bytes + " bytes of code: " + result.failure());
    }
    return MemorySegment.ofAddress(result.value()).reinterpret(bytes);
  }

  @Override
  public void makeWritable(MemorySegment segment) throws InstallException {
    protect(segment, PAGE_READWRITE, "writable");
  }

  @Override
  public void makeExecutable(MemorySegment segment, MemorySegment written) throws InstallException {
    protect(segment, PAGE_EXECUTE_READ, "executable");
    NativeCall.Result result = flush.call(CURRENT_PROCESS, written, written.byteSize());
    if (result.value() == 0) {
      throw new InstallException("written code does not become visible: " + result.failure());
    }
  }

  private void protect(MemorySegment segment, int protection, String what) throws InstallException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment before = arena.allocate(JAVA_INT);
      NativeCall.Result result = protect.call(segment, segment.byteSize(), protection, before);
      if (result.value() == 0) {
        throw new InstallException("this machine does not let memory become " + what + ": " + result.failure());
      }
    }
  }

  @Override
  public void release(MemorySegment segment) {
    NativeCall.Result result = free.call(segment, 0L, MEM_RELEASE);
    if (result.value() == 0) {
      throw new IllegalStateException("giving back code memory: " + result.failure());
    }
  }

  @Override
  public void close() {
    // Nothing but reserved segments is held.
  }
}
