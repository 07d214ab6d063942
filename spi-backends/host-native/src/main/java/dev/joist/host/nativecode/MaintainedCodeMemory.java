package dev.joist.host.nativecode;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.joist.spi.host.InstallException;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;

/** {@link PosixCodeMemory} for AArch64: what was written is made visible to instruction fetches. */
abstract sealed class MaintainedCodeMemory implements CodeMemory {
  final PosixCodeMemory memory;

  private MaintainedCodeMemory(PosixCodeMemory memory) {
    this.memory = memory;
  }

  abstract void maintain(MemorySegment written);

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
    maintain(written);
  }

  @Override
  public void guard(MemorySegment part) throws InstallException {
    memory.guard(part);
  }

  @Override
  public void release(MemorySegment segment) {
    memory.release(segment);
  }

  /** With {@link CacheMaintenanceCode}, which lies in a segment of its own. */
  static final class Linux extends MaintainedCodeMemory {
    private final MemorySegment routine;
    private final SystemFunction maintain;

    private Linux(PosixCodeMemory memory, MemorySegment routine) {
      super(memory);
      this.routine = routine;
      this.maintain = SystemFunction.at(routine, "cache maintenance");
    }

    static Linux open() throws InstallException {
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
      return new Linux(memory, routine);
    }

    @Override
    void maintain(MemorySegment written) {
      maintain.call(written.address(), written.address() + written.byteSize());
    }

    @Override
    public void close() {
      memory.release(routine);
    }
  }

  /**
   * With a function of the system. MAP_JIT, the usual way there, is of no use: its switch between writing and executing
   * is one for the whole thread and covers the JVM's own compiled code, so that no Java code could run between the two
   * switches. Has not been run.
   */
  static final class Macos extends MaintainedCodeMemory {
    private static final String INVALIDATE = "sys_icache_invalidate";

    private final SystemFunction invalidate =
        SystemFunction.at(Linker.nativeLinker().defaultLookup().findOrThrow(INVALIDATE), INVALIDATE);

    Macos() {
      super(PosixCodeMemory.macos());
    }

    @Override
    void maintain(MemorySegment written) {
      invalidate.call(written.address(), written.byteSize());
    }

    @Override
    public void close() {
      // Nothing but reserved segments is held.
    }
  }
}
