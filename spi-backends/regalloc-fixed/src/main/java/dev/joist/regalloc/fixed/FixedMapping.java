package dev.joist.regalloc.fixed;

import dev.joist.masm.MutGp;
import dev.joist.spi.codegen.RegisterFile;
import dev.joist.spi.regalloc.Allocation;
import dev.joist.spi.regalloc.Allocation.Statistic;
import dev.joist.spi.regalloc.AllocationException;
import dev.joist.spi.regalloc.AllocationProblem;
import dev.joist.spi.regalloc.AllocationProblem.Block;
import dev.joist.spi.regalloc.AllocationProblem.Entry;
import dev.joist.spi.regalloc.Location;
import dev.joist.spi.regalloc.RegisterAllocator;
import dev.joist.spi.regalloc.Representation;
import dev.joist.spi.regalloc.Transfer;
import java.util.ArrayList;
import java.util.List;

/**
 * The bytecode registers that pay most get a machine register each, for the whole function; the others live in their
 * slots. All values are boxed. A mapped register's value is in its machine register wherever it is live; its slot may
 * be stale.
 */
public final class FixedMapping implements RegisterAllocator {
  @Override
  public String name() {
    return "fixed";
  }

  @Override
  public Allocation allocate(AllocationProblem problem, RegisterFile registers) throws AllocationException {
    MutGp[] mapping = new Benefits(problem).choose(registers.savedGp());
    ConstantRuns constants = ConstantRuns.of(problem);
    int[] staleOnEntry = new StaleSlots(problem, mapping, constants).solve();
    PlacementBuilder builder = new PlacementBuilder(problem, registers, mapping, constants);
    for (int b = 0; b < problem.blocks().size(); b++) {
      builder.block(problem.blocks().get(b), staleOnEntry[b]);
    }
    return new Allocation(builder.placements(), List.of(), entries(problem, mapping), 0, statistics(mapping));
  }

  private static List<List<Transfer>> entries(AllocationProblem problem, MutGp[] mapping) {
    List<List<Transfer>> entries = new ArrayList<>(problem.blocks().size());
    for (int b = 0; b < problem.blocks().size(); b++) {
      Block block = problem.blocks().get(b);
      List<Transfer> loads = new ArrayList<>();
      if (b == 0 || block.entry() != Entry.NONE) {
        for (int r = block.liveIn().nextSetBit(0); r >= 0; r = block.liveIn().nextSetBit(r + 1)) {
          if (mapping[r] != null) {
            loads.add(new Transfer(r, Location.Slot.INSTANCE, new Location.InGp(mapping[r], Representation.BOXED)));
          }
        }
      }
      entries.add(loads);
    }
    return entries;
  }

  private static List<Statistic> statistics(MutGp[] mapping) {
    long mapped = 0;
    for (MutGp register : mapping) {
      mapped += register == null ? 0 : 1;
    }
    return List.of(new Statistic("mappedRegisters", mapped), new Statistic("slotRegisters", mapping.length - mapped));
  }
}
