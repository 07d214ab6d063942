package dev.joist.host.nativecode;

import dev.joist.spi.host.InstallException;
import java.lang.foreign.MemorySegment;

/**
 * Executable memory by mmap and mprotect, without cache maintenance: enough where the processor keeps its caches
 * coherent, as x86-64 does.
 */
final class PosixCodeMemory implements CodeMemory {
  private static final int PROT_NONE = 0;
  private static final int PROT_READ = 1;
  private static final int PROT_WRITE = 2;
  private static final int PROT_EXEC = 4;
  private static final int MAP_PRIVATE = 2;
  private static final int LINUX_MAP_ANONYMOUS = 0x20;
  private static final int MACOS_MAP_ANONYMOUS = 0x1000;
  private static final long MAP_FAILED = -1;
  private static final long NO_FILE = -1;

  private final int mapFlags;
  private final SystemFunction mmap = SystemFunction.ofLibc("mmap");
  private final SystemFunction mprotect = SystemFunction.ofLibc("mprotect");
  private final SystemFunction munmap = SystemFunction.ofLibc("munmap");

  private PosixCodeMemory(int mapFlags) {
    this.mapFlags = mapFlags;
  }

  static PosixCodeMemory linux() {
    return new PosixCodeMemory(MAP_PRIVATE | LINUX_MAP_ANONYMOUS);
  }

  static PosixCodeMemory macos() {
    return new PosixCodeMemory(MAP_PRIVATE | MACOS_MAP_ANONYMOUS);
  }

  @Override
  public MemorySegment reserve(long bytes) throws InstallException {
    long address = mmap.call(0, bytes, PROT_READ | PROT_WRITE, mapFlags, NO_FILE, 0);
    if (address == MAP_FAILED) {
      throw new InstallException("no memory for " + bytes + " bytes of code: " + mmap.failure());
    }
    return MemorySegment.ofAddress(address).reinterpret(bytes);
  }

  @Override
  public void makeWritable(MemorySegment segment) throws InstallException {
    protect(segment, PROT_READ | PROT_WRITE, "writable");
  }

  @Override
  public void makeExecutable(MemorySegment segment, MemorySegment written) throws InstallException {
    protect(segment, PROT_READ | PROT_EXEC, "executable");
  }

  @Override
  public void guard(MemorySegment part) throws InstallException {
    protect(part, PROT_NONE, "inaccessible");
  }

  private void protect(MemorySegment segment, int protection, String what) throws InstallException {
    if ((int) mprotect.call(segment.address(), segment.byteSize(), protection, 0) != 0) {
      throw new InstallException("this machine does not let memory become " + what + ": " + mprotect.failure());
    }
  }

  @Override
  public void release(MemorySegment segment) {
    if ((int) munmap.call(segment.address(), segment.byteSize()) != 0) {
      throw new IllegalStateException("giving back code memory: " + munmap.failure());
    }
  }

  @Override
  public void close() {
    // Nothing but reserved segments is held.
  }
}
