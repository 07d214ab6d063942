package dev.joist.host.nativecode;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.joist.spi.host.InstallException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** Linux on AArch64: {@link PosixCodeMemory} and {@link CacheMaintenanceCode}, which lies in a segment of its own. */
final class LinuxAarch64CodeMemory implements CodeMemory {
  private final PosixCodeMemory memory;
  private final MemorySegment routine;
  private final MethodHandle maintain;

  private LinuxAarch64CodeMemory(PosixCodeMemory memory, MemorySegment routine) {
    this.memory = memory;
    this.routine = routine;
    this.maintain =
        Linker.nativeLinker().downcallHandle(routine, FunctionDescriptor.ofVoid(ADDRESS, JAVA_LONG));
  }

  static LinuxAarch64CodeMemory open() throws InstallException {
    PosixCodeMemory memory = PosixCodeMemory.linux();
    MemorySegment routine = memory.reserve(GRANULE);
    MemorySegment.copy(CacheMaintenanceCode.WORDS, 0, routine, JAVA_INT, 0, CacheMaintenanceCode.WORDS.length);
    try {
      // The kernel itself maintains pages that become executable for the first time; nothing is written here again.
      memory.makeExecutable(routine, routine);
    } catch (InstallException e) {
      memory.release(routine);
      throw e;
    }
    return new LinuxAarch64CodeMemory(memory, routine);
  }

  @Override
  public MemorySegment reserve(long bytes) throws InstallException {
    return memory.reserve(bytes);
  }

  @Override
  public void makeWritable(MemorySegment segment) throws InstallException {
    memory.makeWritable(segment);
  }

  @Override
  public void makeExecutable(MemorySegment segment, MemorySegment written) throws InstallException {
    memory.makeExecutable(segment, written);
    NativeCall.invoke(maintain, written, written.address() + written.byteSize());
  }

  @Override
  public void release(MemorySegment segment) {
    memory.release(segment);
  }

  @Override
  public void close() {
    memory.release(routine);
  }
}
