package dev.joist.host.nativecode;

import dev.joist.spi.host.InstallException;
import java.lang.foreign.MemorySegment;

/** How an operating system gives executable memory. No byte is ever writable and executable at once. */
interface CodeMemory extends AutoCloseable {
  /** Group sizes are multiples of this, which is a multiple of every page size in use. */
  long GRANULE = 1 << 16;

  /**
   * New memory that can be written.
   *
   * @param bytes a multiple of {@link #GRANULE}
   */
  MemorySegment reserve(long bytes) throws InstallException;

  /** Makes a whole reserved segment writable, and inexecutable. */
  void makeWritable(MemorySegment segment) throws InstallException;

  /**
   * Makes a whole reserved segment executable, and not writable, and {@code written}, a part of it, visible to
   * instruction fetches of the calling thread.
   */
  void makeExecutable(MemorySegment segment, MemorySegment written) throws InstallException;

  /** Makes a part of a reserved segment inaccessible, in multiples of {@link #GRANULE}. */
  void guard(MemorySegment part) throws InstallException;

  /** Gives a reserved segment back. */
  void release(MemorySegment segment);

  /** Gives back what this object itself uses. All reserved segments must have been released. */
  @Override
  void close();
}
