package dev.joist.host.nativecode;

import dev.joist.assembler.CodePlaces;
import dev.joist.spi.host.InstallException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * One engine's code. Functions are packed into groups of pages; a group is executable except while a function is copied
 * into it, which happens on the engine's thread, so that nobody executes it meanwhile.
 */
final class CodeHeap implements AutoCloseable {
  private static final long GROUP_BYTES = 4 * CodeMemory.GRANULE;
  /** A cache line: maintenance of a function never concerns another one. */
  private static final long ALIGNMENT = 64;

  private final CodeMemory memory;
  private final TreeMap<Long, MemorySegment> groups = new TreeMap<>();
  private final CodePlaces places = new CodePlaces(ALIGNMENT);
  private final List<MemorySegment> stacks = new ArrayList<>();

  private CodeHeap(CodeMemory memory) {
    this.memory = memory;
  }

  /**
   * Takes over the memory, and closes it at the end.
   *
   * @throws InstallException when no memory can be made executable; nothing is held then
   */
  static CodeHeap open(CodeMemory memory) throws InstallException {
    CodeHeap heap = new CodeHeap(memory);
    try {
      MemorySegment group = heap.addGroup(GROUP_BYTES);
      memory.makeExecutable(group, group.asSlice(0, 0));
    } catch (InstallException e) {
      heap.close();
      throw e;
    }
    return heap;
  }

  /** Copies code to where it can be executed, and returns its address there. */
  long add(byte[] code) throws InstallException {
    long address = places.take(code.length);
    if (address == 0) {
      addGroup(Math.max(code.length, GROUP_BYTES));
      address = places.take(code.length);
    } else {
      memory.makeWritable(groupOf(address));
    }
    MemorySegment group = groupOf(address);
    MemorySegment place = group.asSlice(address - group.address(), code.length);
    MemorySegment.copy(code, 0, place, ValueLayout.JAVA_BYTE, 0, code.length);
    memory.makeExecutable(group, place);
    return address;
  }

  private MemorySegment groupOf(long address) {
    return groups.get(places.chunkOf(address));
  }

  /** Takes back what {@link #add} gave. A group that is empty then goes back to the system, unless it is the last one. */
  void free(long address) {
    long group = places.chunkOf(address);
    places.giveBack(address);
    if (places.isEmpty(group) && groups.size() > 1) {
      places.removeChunk(group);
      memory.release(groups.remove(group));
    }
  }

  private MemorySegment addGroup(long bytes) throws InstallException {
    MemorySegment group = memory.reserve(roundUp(bytes, CodeMemory.GRANULE));
    groups.put(group.address(), group);
    places.addChunk(group.address(), group.byteSize());
    return group;
  }

  private static long roundUp(long value, long multiple) {
    return (value + multiple - 1) / multiple * multiple;
  }

  /** Memory that can be written, with a part below that cannot be accessed. */
  MemorySegment newStack(long bytes) throws InstallException {
    MemorySegment segment = memory.reserve(CodeMemory.GRANULE + roundUp(bytes, CodeMemory.GRANULE));
    stacks.add(segment);
    memory.guard(segment.asSlice(0, CodeMemory.GRANULE));
    return segment.asSlice(CodeMemory.GRANULE);
  }

  /** Frees all code. */
  @Override
  public void close() {
    groups.values().forEach(memory::release);
    groups.clear();
    stacks.forEach(memory::release);
    stacks.clear();
    memory.close();
  }
}
