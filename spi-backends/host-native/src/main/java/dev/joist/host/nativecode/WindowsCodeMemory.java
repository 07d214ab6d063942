package dev.joist.host.nativecode;

import dev.joist.spi.host.InstallException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;

/** Executable memory by VirtualAlloc and VirtualProtect. Has not been run. */
final class WindowsCodeMemory implements CodeMemory {
  private static final int MEM_COMMIT_AND_RESERVE = 0x3000;
  private static final int MEM_RELEASE = 0x8000;
  private static final int PAGE_NOACCESS = 1;
  private static final int PAGE_READWRITE = 4;
  private static final int PAGE_EXECUTE_READ = 0x20;
  /** The pseudo handle that GetCurrentProcess returns. */
  private static final long CURRENT_PROCESS = -1;

  private final SystemFunction allocate;
  private final SystemFunction protect;
  private final SystemFunction free;
  private final SystemFunction flush;

  WindowsCodeMemory() {
    SymbolLookup kernel = SymbolLookup.libraryLookup("kernel32", Arena.global());
    allocate = SystemFunction.ofWindows(kernel, "VirtualAlloc");
    protect = SystemFunction.ofWindows(kernel, "VirtualProtect");
    free = SystemFunction.ofWindows(kernel, "VirtualFree");
    flush = SystemFunction.ofWindows(kernel, "FlushInstructionCache");
  }

  @Override
  public MemorySegment reserve(long bytes) throws InstallException {
    long address = allocate.call(0, bytes, MEM_COMMIT_AND_RESERVE, PAGE_READWRITE);
    if (address == 0) {
      throw new InstallException("no memory for " + bytes + " bytes of code: " + allocate.failure());
    }
    return MemorySegment.ofAddress(address).reinterpret(bytes);
  }

  @Override
  public void makeWritable(MemorySegment segment) throws InstallException {
    protect(segment, PAGE_READWRITE, "writable");
  }

  @Override
  public void makeExecutable(MemorySegment segment, MemorySegment written) throws InstallException {
    protect(segment, PAGE_EXECUTE_READ, "executable");
    if ((int) flush.call(CURRENT_PROCESS, written.address(), written.byteSize(), 0) == 0) {
      throw new InstallException("written code does not become visible: " + flush.failure());
    }
  }

  @Override
  public void guard(MemorySegment part) throws InstallException {
    protect(part, PAGE_NOACCESS, "inaccessible");
  }

  private void protect(MemorySegment segment, int protection, String what) throws InstallException {
    try (Arena arena = Arena.ofConfined()) {
      long before = arena.allocate(ValueLayout.JAVA_INT).address();
      if ((int) protect.call(segment.address(), segment.byteSize(), protection, before) == 0) {
        throw new InstallException("this machine does not let memory become " + what + ": " + protect.failure());
      }
    }
  }

  @Override
  public void release(MemorySegment segment) {
    if ((int) free.call(segment.address(), 0, MEM_RELEASE, 0) == 0) {
      throw new IllegalStateException("giving back code memory: " + free.failure());
    }
  }

  @Override
  public void close() {
    // Nothing but reserved segments is held.
  }
}
