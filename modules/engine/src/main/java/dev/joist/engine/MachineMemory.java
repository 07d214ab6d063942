package dev.joist.engine;

import dev.joist.runtime.heap.MemoryListener;
import dev.joist.spi.host.MachineHost;
import java.util.ArrayList;
import java.util.List;

/** The memory of an engine that machine code may touch: told to the machine host, which comes later than the first of it. */
final class MachineMemory implements MemoryListener {
  private record Range(long address, long bytes) {}

  private final List<Range> ranges = new ArrayList<>();
  private MachineHost host;

  @Override
  public void reserved(long address, long bytes) {
    if (host != null) {
      host.allow(address, bytes);
    } else {
      ranges.add(new Range(address, bytes));
    }
  }

  /** Tells the host all memory so far, and from now on each new range. */
  void tell(MachineHost newHost) {
    host = newHost;
    ranges.forEach(range -> newHost.allow(range.address(), range.bytes()));
    ranges.clear();
  }
}
