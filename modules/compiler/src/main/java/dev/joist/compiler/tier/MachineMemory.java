package dev.joist.compiler.tier;

import dev.joist.runtime.heap.MemoryListener;
import dev.joist.spi.host.MachineHost;
import java.util.ArrayList;
import java.util.List;

/** Tells the host what memory machine code may touch, once there is a host. */
public final class MachineMemory implements MemoryListener {
  private record Range(long address, long bytes) {}

  private final List<Range> ranges = new ArrayList<>();
  private MachineHost host;

  public MachineMemory() {}

  @Override
  public void reserved(long address, long bytes) {
    ranges.add(new Range(address, bytes));
    if (host != null) {
      host.allow(address, bytes);
    }
  }

  void attach(MachineHost newHost) {
    host = newHost;
    ranges.forEach(range -> host.allow(range.address, range.bytes));
  }
}
