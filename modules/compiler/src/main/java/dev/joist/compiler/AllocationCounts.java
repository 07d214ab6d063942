package dev.joist.compiler;

import dev.joist.spi.regalloc.Allocation;
import dev.joist.spi.regalloc.Allocation.EdgeTransfers;
import dev.joist.spi.regalloc.Allocation.Placement;
import dev.joist.spi.regalloc.Allocation.Statistic;
import dev.joist.spi.regalloc.Location;
import dev.joist.spi.regalloc.Transfer;
import java.util.ArrayList;
import java.util.List;

/** What any allocation can be measured by, beside what its allocator tells of itself: how often the code moves values. Entries are not counted. */
final class AllocationCounts {
  private long moves;
  private long reloads;
  private long spills;

  private AllocationCounts() {}

  /**
   * {@code moves}: transfers between machine registers (those that box and unbox among them); {@code reloads}: from memory to registers; {@code spills}:
   * from registers to memory; then the allocator's own.
   */
  static List<Statistic> of(Allocation allocation) {
    AllocationCounts counts = new AllocationCounts();
    for (Placement placement : allocation.placements()) {
      counts.add(placement.before());
      counts.add(placement.after());
    }
    for (EdgeTransfers edge : allocation.edges()) {
      counts.add(edge.transfers());
    }
    List<Statistic> all = new ArrayList<>(List.of(
        new Statistic("moves", counts.moves), new Statistic("reloads", counts.reloads), new Statistic("spills", counts.spills)));
    all.addAll(allocation.statistics());
    return all;
  }

  private void add(List<Transfer> transfers) {
    for (Transfer transfer : transfers) {
      if (isMemory(transfer.to())) {
        spills++;
      } else if (isMemory(transfer.from())) {
        reloads++;
      } else {
        moves++;
      }
    }
  }

  private static boolean isMemory(Location location) {
    return location instanceof Location.Slot || location instanceof Location.Spilled;
  }
}
