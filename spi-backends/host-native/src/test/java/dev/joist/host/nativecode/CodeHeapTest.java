package dev.joist.host.nativecode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.joist.spi.host.InstallException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How code is packed into groups of pages, on memory that only keeps a record of what was asked. */
class CodeHeapTest {
  private final Arena arena = Arena.ofConfined();
  private final RecordedMemory memory = new RecordedMemory();

  @AfterEach
  void close() {
    arena.close();
  }

  @Test
  void manyFunctionsShareAGroup() throws InstallException {
    try (CodeHeap heap = CodeHeap.open(memory)) {
      Set<Long> addresses = new HashSet<>();
      for (int i = 0; i < 100; i++) {
        long address = heap.add(new byte[] {(byte) i, 1, 2});
        assertTrue(addresses.add(address));
        assertEquals(0, address % 64);
        assertEquals((byte) i, MemorySegment.ofAddress(address).reinterpret(1).get(ValueLayout.JAVA_BYTE, 0));
      }
      assertEquals(1, memory.reserved.size());
    }
  }

  @Test
  void aGroupIsWritableOnlyWhileAFunctionIsCopied() throws InstallException {
    try (CodeHeap heap = CodeHeap.open(memory)) {
      heap.add(new byte[100]);
      heap.add(new byte[4]);
    }
    assertEquals(
        List.of("reserve", "execute +0", "write", "execute +100", "write", "execute +4", "release", "close"), memory.log);
  }

  @Test
  void functionsThatDoNotFitOpenAnotherGroup() throws InstallException {
    try (CodeHeap heap = CodeHeap.open(memory)) {
      int most = (int) memory.reserved.getFirst().byteSize();
      heap.add(new byte[most]);
      heap.add(new byte[1]);
      heap.add(new byte[3 * most + 1]);
      heap.add(new byte[64]);
      assertEquals(3, memory.reserved.size());
      assertEquals(0, memory.reserved.getLast().byteSize() % CodeMemory.GRANULE);
    }
    assertEquals(0, memory.reserved.size());
  }

  @Test
  void whereAFunctionWasAnotherOneGoes() throws InstallException {
    try (CodeHeap heap = CodeHeap.open(memory)) {
      heap.add(new byte[64]);
      long freed = heap.add(new byte[640]);
      heap.add(new byte[64]);
      heap.free(freed);
      assertEquals(freed, heap.add(new byte[600]));
      assertEquals(1, memory.reserved.size());
    }
  }

  @Test
  void anEmptyGroupGoesBackToTheSystemUnlessItIsTheLastOne() throws InstallException {
    try (CodeHeap heap = CodeHeap.open(memory)) {
      int most = (int) memory.reserved.getFirst().byteSize();
      long first = heap.add(new byte[most]);
      long second = heap.add(new byte[100]);
      assertEquals(2, memory.reserved.size());
      heap.free(first);
      assertEquals(1, memory.reserved.size());
      heap.free(second);
      assertEquals(1, memory.reserved.size());
      assertEquals(second, heap.add(new byte[most]));
    }
    assertEquals(0, memory.reserved.size());
  }

  @Test
  void aRefusalIsTypedAndLeavesNothingBehind() {
    memory.refuses = true;
    assertThrows(InstallException.class, () -> CodeHeap.open(memory));
    assertEquals(List.of("reserve", "release", "close"), memory.log);
  }

  @Test
  void aLaterRefusalIsTypedToo() throws InstallException {
    try (CodeHeap heap = CodeHeap.open(memory)) {
      memory.refuses = true;
      assertThrows(InstallException.class, () -> heap.add(new byte[4]));
    }
  }

  @Test
  void aStackHasAGuardBelowAndIsFreedWithTheHeap() throws InstallException {
    try (CodeHeap heap = CodeHeap.open(memory)) {
      MemorySegment stack = heap.newStack(CodeMemory.GRANULE);
      assertEquals(CodeMemory.GRANULE, stack.byteSize());
      assertEquals(memory.reserved.getLast().address() + CodeMemory.GRANULE, stack.address());
      assertEquals("guard +" + CodeMemory.GRANULE, memory.log.getLast());
    }
    assertEquals(0, memory.reserved.size());
  }

  private final class RecordedMemory implements CodeMemory {
    final List<String> log = new ArrayList<>();
    final List<MemorySegment> reserved = new ArrayList<>();
    boolean refuses;

    @Override
    public MemorySegment reserve(long bytes) {
      log.add("reserve");
      reserved.add(arena.allocate(bytes, 64));
      return reserved.getLast();
    }

    @Override
    public void makeWritable(MemorySegment segment) {
      log.add("write");
    }

    @Override
    public void makeExecutable(MemorySegment segment, MemorySegment written) throws InstallException {
      if (refuses) {
        throw new InstallException("refused");
      }
      log.add("execute +" + written.byteSize());
    }

    @Override
    public void guard(MemorySegment part) {
      log.add("guard +" + part.byteSize());
    }

    @Override
    public void release(MemorySegment segment) {
      log.add("release");
      assertTrue(reserved.remove(segment));
    }

    @Override
    public void close() {
      log.add("close");
    }
  }
}
