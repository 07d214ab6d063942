package dev.joist.host.nativecode;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.joist.spi.host.InstallException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * Executable memory by mmap and mprotect.
 *
 * <p>On macOS too, where MAP_JIT would be the usual way: its switch between writing and executing is one for the whole
 * thread and covers the JVM's own compiled code, so that no Java code could run between the two switches. The macOS form
 * has not been run.
 */
final class PosixCodeMemory implements CodeMemory {
  private static final int PROT_READ = 1;
  private static final int PROT_WRITE = 2;
  private static final int PROT_EXEC = 4;
  private static final int MAP_PRIVATE = 2;
  private static final int LINUX_MAP_ANONYMOUS = 0x20;
  private static final int MACOS_MAP_ANONYMOUS = 0x1000;
  private static final long MAP_FAILED = -1;

  private final int mapFlags;
  private final Optional<MethodHandle> maintenance;
  private final NativeCall mmap;
  private final NativeCall mprotect;
  private final NativeCall munmap;

  private PosixCodeMemory(int mapFlags, Optional<MethodHandle> maintenance) {
    this.mapFlags = mapFlags;
    this.maintenance = maintenance;
    var library = Linker.nativeLinker().defaultLookup();
    this.mmap =
        new NativeCall(
            library,
            "mmap",
            "errno",
            NativeCall.pointer(ADDRESS, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_LONG));
    this.mprotect = new NativeCall(library, "mprotect", "errno", NativeCall.integer(ADDRESS, JAVA_LONG, JAVA_INT));
    this.munmap = new NativeCall(library, "munmap", "errno", NativeCall.integer(ADDRESS, JAVA_LONG));
  }

  /** Linux, without cache maintenance: enough where the processor keeps its caches coherent, as x86-64 does. */
  static PosixCodeMemory linux() {
    return new PosixCodeMemory(MAP_PRIVATE | LINUX_MAP_ANONYMOUS, Optional.empty());
  }

  static PosixCodeMemory macos() {
    Linker linker = Linker.nativeLinker();
    MethodHandle invalidate =
        linker.downcallHandle(
            linker.defaultLookup().findOrThrow("sys_icache_invalidate"), FunctionDescriptor.ofVoid(ADDRESS, JAVA_LONG));
    return new PosixCodeMemory(MAP_PRIVATE | MACOS_MAP_ANONYMOUS, Optional.of(invalidate));
  }

  @Override
  public MemorySegment reserve(long bytes) throws InstallException {
    NativeCall.Result result = mmap.call(MemorySegment.NULL, bytes, PROT_READ | PROT_WRITE, mapFlags, -1, 0L);
    if (result.value() == MAP_FAILED) {
      throw new InstallException("no memory for " + bytes + " bytes of code: " + result.failure());
    }
    return MemorySegment.ofAddress(result.value()).reinterpret(bytes);
  }

  @Override
  public void makeWritable(MemorySegment segment) throws InstallException {
    protect(segment, PROT_READ | PROT_WRITE, "writable");
  }

  @Override
  public void makeExecutable(MemorySegment segment, MemorySegment written) throws InstallException {
    protect(segment, PROT_READ | PROT_EXEC, "executable");
    if (maintenance.isPresent()) {
      NativeCall.invoke(maintenance.get(), written, written.byteSize());
    }
  }

  private void protect(MemorySegment segment, int protection, String what) throws InstallException {
    NativeCall.Result result = mprotect.call(segment, segment.byteSize(), protection);
    if (result.value() != 0) {
      throw new InstallException("this machine does not let memory become " + what + ": " + result.failure());
    }
  }

  @Override
  public void release(MemorySegment segment) {
    NativeCall.Result result = munmap.call(segment, segment.byteSize());
    if (result.value() != 0) {
      throw new IllegalStateException("giving back code memory: " + result.failure());
    }
  }

  @Override
  public void close() {
    // Nothing but reserved segments is held.
  }
}
