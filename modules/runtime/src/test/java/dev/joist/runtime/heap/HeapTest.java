package dev.joist.runtime.heap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.joist.runtime.memory.Memory;
import dev.joist.spi.layout.CellKind;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.value.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.HashSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Scopes, numbers and storage serve as cells here; objects have their own tests. */
class HeapTest {
  private static final long MIB = 1 << 20;

  private final List<Heap> open = new ArrayList<>();

  private Heap heap(HeapOptions options) {
    Heap heap = new Heap(options, (address, bytes) -> {});
    heap.setObjectTracer(new ObjectTracer() {
      @Override
      public void beginMark() {}

      @Override
      public void trace(long address, int kind, Marker marker) {}
    });
    open.add(heap);
    return heap;
  }

  private Heap heap() {
    return heap(new HeapOptions(256 * MIB, true, false));
  }

  @AfterEach
  void close() {
    open.forEach(Heap::close);
  }

  private static long newStorage(Heap heap, int capacity) {
    long cell = heap.allocate(CellKind.ELEMENTS, 0, Layout.STORAGE_VALUES + 8L * capacity);
    Memory.putInt(cell + Layout.STORAGE_CAPACITY, capacity);
    return cell;
  }

  private static void put(long storage, int index, long value) {
    Heap.store(storage, Layout.STORAGE_VALUES + 8L * index, value);
  }

  private static long get(long storage, int index) {
    return Memory.getLong(storage + Layout.STORAGE_VALUES + 8L * index);
  }

  @Test
  void newCellsAreZeroAlignedAndDoNotOverlap() {
    Heap heap = heap();
    List<long[]> cells = new ArrayList<>();
    for (int round = 0; round < 3; round++) {
      for (int bytes : new int[] {8, 16, 17, 64, 511, 512, 513, 640, 641, 4096, 8191, 8192, 8193, 20_000, 100_000}) {
        long cell = heap.allocate(CellKind.BYTES, 7, bytes);
        assertEquals(0, cell % SizeClasses.GRANULE);
        assertEquals(7, Memory.getInt(cell + Layout.CELL_SHAPE));
        assertEquals(CellKind.BYTES, Memory.getByte(cell + Layout.CELL_KIND));
        for (int i = 8; i < bytes; i++) {
          assertEquals(0, Memory.getByte(cell + i));
        }
        if (bytes > 8) {
          Memory.fill(cell + 8, bytes - 8, 0x5A);
        }
        for (long[] other : cells) {
          assertTrue(cell + bytes <= other[0] || other[0] + other[1] <= cell, "cells overlap");
        }
        cells.add(new long[] {cell, bytes});
      }
    }
  }

  @Test
  void memoryIsReusedAfterACollection() {
    Heap heap = heap(HeapOptions.withLimit(64 * MIB));
    for (int i = 0; i < 2_000_000; i++) {
      heap.allocate(CellKind.HEAP_NUMBER, 0, 48);
      if (heap.isCollectionWanted()) {
        heap.safepoint();
      }
    }
    HeapStatistics statistics = heap.statistics();
    assertTrue(statistics.collections() > 3, statistics.toString());
    assertTrue(statistics.reservedBytes() <= 32 * MIB, statistics.toString());
    assertEquals(2_000_000L * 48, statistics.bytesAllocated());
  }

  @Test
  void reusedCellsAreZeroAgain() {
    Heap heap = heap(HeapOptions.withLimit(64 * MIB));
    for (int round = 0; round < 3; round++) {
      for (int i = 0; i < 1000; i++) {
        for (int bytes : new int[] {48, 700, 10_000}) {
          long cell = heap.allocate(CellKind.BYTES, 0, bytes);
          for (int at = 8; at + 8 <= bytes; at += 8) {
            assertEquals(0, Memory.getLong(cell + at));
          }
          Memory.fill(cell + 8, bytes - 8, 0xEE);
        }
      }
      heap.collect();
    }
  }

  @Test
  void bytesAllocatedIsExact() {
    Heap heap = heap();
    Random random = new Random(3);
    long expected = 0;
    for (int i = 0; i < 20_000; i++) {
      int bytes = 8 + random.nextInt(random.nextInt(10) == 0 ? 30_000 : 600);
      heap.allocate(CellKind.BYTES, 0, bytes);
      expected += bytes > SizeClasses.LARGEST ? (bytes + 4095) / 4096 * 4096 : SizeClasses.bytes(SizeClasses.of(bytes));
      if (random.nextInt(3000) == 0) {
        heap.collect();
      }
    }
    assertEquals(expected, heap.statistics().bytesAllocated());
  }

  /** A random graph of storage cells beside a model of Java objects; after each collection both must agree. */
  @Test
  void randomGraphsKeepExactlyWhatIsReachable() {
    for (int seed = 0; seed < 8; seed++) {
      Heap heap = heap();
      Random random = new Random(seed);
      long[] rootAddresses = new long[20];
      Node[] rootNodes = new Node[20];
      heap.addRoots(marker -> {
        for (long root : rootAddresses) {
          marker.markCell(root);
        }
      });
      Map<Long, Node> byAddress = new HashMap<>();
      for (int step = 0; step < 6000; step++) {
        int slot = random.nextInt(20);
        switch (random.nextInt(10)) {
          case 0, 1, 2, 3 -> {
            int size = random.nextInt(20) == 0 ? random.nextInt(3000) : random.nextInt(12);
            Node node = new Node(newStorage(heap, size), size, random.nextInt());
            assertNull(byAddress.put(node.address, node), "a live cell was allocated again");
            for (int i = 0; i < size; i++) {
              put(node.address, i, Values.int32(node.tag));
            }
            rootNodes[slot] = node;
            rootAddresses[slot] = node.address;
          }
          case 4, 5, 6, 7 -> {
            Node from = rootNodes[random.nextInt(20)];
            Node to = rootNodes[random.nextInt(20)];
            if (from != null && to != null && from.size > 0) {
              int at = random.nextInt(from.size);
              from.links.put(at, to);
              put(from.address, at, Values.cell(to.address));
            }
          }
          case 8 -> {
            rootNodes[slot] = null;
            rootAddresses[slot] = 0;
          }
          default -> {
            if (random.nextInt(20) == 0) {
              heap.collect();
              checkAgainstModel(rootNodes, byAddress);
            }
          }
        }
      }
      heap.collect();
      checkAgainstModel(rootNodes, byAddress);
    }
  }

  private static final class Node {
    final long address;
    final int size;
    final int tag;
    final Map<Integer, Node> links = new HashMap<>();

    Node(long address, int size, int tag) {
      this.address = address;
      this.size = size;
      this.tag = tag;
    }
  }

  private static void checkAgainstModel(Node[] roots, Map<Long, Node> byAddress) {
    Map<Node, Boolean> live = new IdentityHashMap<>();
    List<Node> stack = new ArrayList<>();
    for (Node root : roots) {
      if (root != null && live.put(root, true) == null) {
        stack.add(root);
      }
    }
    while (!stack.isEmpty()) {
      for (Node next : stack.removeLast().links.values()) {
        if (live.put(next, true) == null) {
          stack.add(next);
        }
      }
    }
    byAddress.values().removeIf(node -> {
      if (live.containsKey(node)) {
        assertEquals(CellKind.ELEMENTS, Memory.getByte(node.address + Layout.CELL_KIND), "a live cell was freed");
        assertEquals(0, Memory.getByte(node.address + Layout.CELL_GC), "a mark is left");
        for (int i = 0; i < node.size; i++) {
          Node link = node.links.get(i);
          assertEquals(link == null ? Values.int32(node.tag) : Values.cell(link.address), get(node.address, i));
        }
        return false;
      }
      assertEquals(CellKind.FREE, Memory.getByte(node.address + Layout.CELL_KIND), "a dead cell was kept");
      return true;
    });
  }

  @Test
  void aCursorGoesOnWithTheNextRunOfItsSpan() {
    Heap heap = heap();
    List<Long> cells = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      cells.add(newStorage(heap, 4));
    }
    heap.addRoots(marker -> {
      for (int i = 0; i < cells.size(); i += 4) {
        marker.markCell(cells.get(i));
      }
    });
    heap.collect();
    long cursor = heap.cursors() + SizeClasses.of(Layout.STORAGE_VALUES + 32) * Layout.CURSOR_PAIR_BYTES;
    assertEquals(0, Memory.getLong(cursor + Layout.CURSOR_MORE));
    assertEquals(cells.get(1), newStorage(heap, 4));
    assertEquals(cells.get(4), Memory.getLong(cursor + Layout.CURSOR_END));
    assertEquals(cells.get(5), Memory.getLong(cursor + Layout.CURSOR_MORE));
    long allocated = heap.statistics().bytesAllocated();
    List<Long> freed = new ArrayList<>();
    for (int i = 2; i < 64; i++) {
      if (i % 4 != 0) {
        freed.add(newStorage(heap, 4));
        assertEquals(cells.get(i), freed.getLast());
      }
    }
    assertEquals(allocated + 48 * freed.size(), heap.statistics().bytesAllocated());
  }

  @Test
  void freedCellsArePoisoned() {
    Heap heap = heap();
    long kept = newStorage(heap, 4);
    long freed = newStorage(heap, 4);
    long behind = newStorage(heap, 4);
    heap.addRoots(marker -> {
      marker.markCell(kept);
      marker.markCell(behind);
    });
    heap.collect();
    assertEquals(Sweeper.POISON, Memory.getLong(freed + 24), "words behind the run's own");
    assertEquals(CellKind.ELEMENTS, Memory.getByte(kept + Layout.CELL_KIND));
  }

  @Test
  void aReferenceToAFreedCellIsReportedWithItsHolder() {
    Heap heap = heap();
    long holder = newStorage(heap, 1);
    long freed = newStorage(heap, 1);
    heap.addRoots(marker -> marker.markCell(holder));
    heap.collect();
    put(holder, 0, Values.cell(freed));
    IllegalStateException error = assertThrows(IllegalStateException.class, heap::collect);
    assertTrue(error.getMessage().contains(Long.toHexString(holder)), error.getMessage());
  }

  @Test
  void longChainsNeedNoJavaStack() {
    Heap heap = heap(HeapOptions.withLimit(512 * MIB));
    long[] head = new long[1];
    heap.addRoots(marker -> marker.markCell(head[0]));
    for (int i = 0; i < 300_000; i++) {
      long cell = newStorage(heap, 1);
      put(cell, 0, head[0] == 0 ? Values.NULL : Values.cell(head[0]));
      head[0] = cell;
    }
    heap.collect();
    assertEquals(300_000L * 32, heap.statistics().liveBytes());
  }

  @Test
  void wideStorageIsMarkedPiecewise() {
    Heap heap = heap();
    int width = 5000;
    long wide = newStorage(heap, width);
    heap.addRoots(marker -> marker.markCell(wide));
    Set<Long> cells = new HashSet<>();
    for (int i = 0; i < width; i++) {
      long number = heap.allocate(1.5 * i);
      cells.add(number);
      put(wide, i, Values.cell(number));
    }
    heap.collect();
    assertEquals(width, cells.size());
    for (int i = 0; i < width; i++) {
      assertEquals(1.5 * i, Memory.getDouble(Values.address(get(wide, i)) + Layout.HEAP_NUMBER_VALUE));
    }
  }

  @Test
  void theSoftLimitSetsThePollWord() {
    Heap heap = heap();
    long poll = heap.allocateOutside(16);
    heap.setPollAddresses(poll, poll + 8);
    while (Memory.getInt(poll) == 0) {
      assertTrue(heap.statistics().bytesAllocated() < 100 * MIB, "never asked for a collection");
      heap.allocate(CellKind.BYTES, 0, 1000);
    }
    assertTrue(heap.isCollectionWanted());
    heap.safepoint();
    assertEquals(1, heap.statistics().collections());
    assertFalse(heap.isCollectionWanted());
  }

  @Test
  void passingTheLimitAtASafepointIsAnErrorThatCanBeSurvived() {
    Heap heap = heap(HeapOptions.withLimit(4 * MIB));
    long[] head = new long[1];
    heap.addRoots(marker -> marker.markCell(head[0]));
    HeapExhausted error = assertThrows(HeapExhausted.class, () -> {
      while (true) {
        long cell = newStorage(heap, 100);
        put(cell, 0, head[0] == 0 ? Values.NULL : Values.cell(head[0]));
        head[0] = cell;
        if (heap.isCollectionWanted()) {
          heap.safepoint();
        }
      }
    });
    assertEquals("Out of memory: heap limit of 4 MiB reached", error.getMessage());
    head[0] = 0;
    heap.safepoint();
    heap.collect();
    assertEquals(0, heap.statistics().liveBytes());
    heap.allocate(CellKind.BYTES, 0, MIB);
  }

  @Test
  void passingTheLimitByFarIsAnErrorAtOnce() {
    Heap heap = heap(HeapOptions.withLimit(4 * MIB));
    assertThrows(HeapExhausted.class, () -> heap.allocate(CellKind.BYTES, 0, 100 * MIB));
    assertThrows(HeapExhausted.class, () -> heap.allocate(CellKind.BYTES, 0, 1L << 36));
    assertTrue(heap.isCollectionWanted());
    heap.safepoint();
    heap.allocate(CellKind.BYTES, 0, MIB);
  }

  @Test
  void everySafepointCollectsWhenAskedTo() {
    Heap heap = heap(new HeapOptions(16 * MIB, true, true));
    for (int i = 1; i <= 5; i++) {
      assertTrue(heap.isCollectionWanted());
      heap.safepoint();
      assertEquals(i, heap.statistics().collections());
    }
  }

  @Test
  void handlesKeepWhatTheyHoldUntilTheirScopeCloses() {
    Heap heap = heap();
    long cell;
    try (HandleScope outer = heap.openScope()) {
      Handle handle = outer.hold(Values.cell(newStorage(heap, 2)));
      cell = Values.address(handle.get());
      try (HandleScope inner = heap.openScope()) {
        inner.hold(Values.cell(newStorage(heap, 2)));
        heap.collect();
        assertEquals(64, heap.statistics().liveBytes());
      }
      heap.collect();
      assertEquals(32, heap.statistics().liveBytes());
      handle.set(Values.UNDEFINED);
      heap.collect();
      assertEquals(0, heap.statistics().liveBytes());
    }
    assertNotEquals(0, cell);
  }

  @Test
  void payloadsAreTracedWithTheirCellAndReleasedWithIt() {
    Heap heap = heap();
    long held = newStorage(heap, 1);
    Traced payload = marker -> marker.markCell(held);
    int index = heap.payloads().add(payload);
    long host = heap.allocate(CellKind.HOST, 0, Layout.HOST_INLINE);
    Memory.putInt(host + Layout.HOST_PAYLOAD, index);
    long[] root = {host};
    heap.addRoots(marker -> marker.markCell(root[0]));
    heap.collect();
    assertSame(payload, heap.payloads().get(index));
    assertEquals(CellKind.ELEMENTS, Memory.getByte(held + Layout.CELL_KIND));
    root[0] = 0;
    heap.collect();
    assertNull(heap.payloads().get(index));
    assertEquals(0, heap.statistics().liveBytes());
    assertEquals(index, heap.payloads().add("next"));
  }

  /** One entry of a WeakMap. */
  private static final class Ephemeron implements WeakTraced {
    private long key;
    private long value;

    @Override
    public void traceEphemerons(Marker marker, Liveness liveness) {
      if (key != 0 && liveness.isLive(key)) {
        marker.markCell(value);
      }
    }

    @Override
    public void clearDead(Liveness liveness) {
      if (key != 0 && !liveness.isLive(key)) {
        key = 0;
        value = 0;
      }
    }
  }

  @Test
  void ephemeronsKeepTheirValueWhileTheirKeyLives() {
    Heap heap = heap();
    List<Long> hosts = new ArrayList<>();
    List<Ephemeron> ephemerons = new ArrayList<>();
    long first = newStorage(heap, 1);
    long[] root = {first};
    long key = first;
    for (int i = 0; i < 5; i++) {
      Ephemeron ephemeron = new Ephemeron();
      ephemeron.key = key;
      ephemeron.value = newStorage(heap, 1);
      key = ephemeron.value;
      ephemerons.addFirst(ephemeron);
    }
    for (Ephemeron ephemeron : ephemerons) {
      long host = heap.allocate(CellKind.HOST, 0, Layout.HOST_INLINE);
      Memory.putInt(host + Layout.HOST_PAYLOAD, heap.payloads().add(ephemeron));
      hosts.add(host);
    }
    heap.addRoots(marker -> {
      hosts.forEach(marker::markCell);
      marker.markCell(root[0]);
    });
    heap.collect();
    ephemerons.forEach(ephemeron -> assertNotEquals(0, ephemeron.key));
    root[0] = 0;
    heap.collect();
    ephemerons.forEach(ephemeron -> assertEquals(0, ephemeron.key));
  }

  @Test
  void memoryOutsideIsZeroAlignedAndReported() {
    long[] reported = new long[1];
    try (Heap heap = new Heap(HeapOptions.withLimit(MIB), (address, bytes) -> reported[0] += bytes)) {
      long before = reported[0];
      for (int i = 1; i < 2000; i++) {
        long address = heap.allocateOutside(i);
        assertEquals(0, address % 16);
        assertEquals(0, Memory.getByte(address + i - 1));
        Memory.putByte(address + i - 1, 1);
      }
      assertTrue(reported[0] > before);
      long large = heap.allocateOutside(10 * MIB);
      assertEquals(0, Memory.getLong(large + 10 * MIB - 8));
    }
  }
}
