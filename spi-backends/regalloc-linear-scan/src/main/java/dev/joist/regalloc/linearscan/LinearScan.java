package dev.joist.regalloc.linearscan;

import dev.joist.spi.codegen.RegisterFile;
import dev.joist.spi.regalloc.Allocation;
import dev.joist.spi.regalloc.Allocation.Statistic;
import dev.joist.spi.regalloc.AllocationException;
import dev.joist.spi.regalloc.AllocationProblem;
import dev.joist.spi.regalloc.RegisterAllocator;
import java.util.List;

/**
 * Linear scan. What competes for registers are webs, each kept boxed or unboxed; one that loses its register is split
 * there, is in memory (boxed in its slot of the frame, unboxed on the machine stack), and gets a register again
 * when it is next wanted in one.
 */
public final class LinearScan implements RegisterAllocator {
  private static final int WORD_BYTES = 8;
  private static final int FRAME_ALIGNMENT = 16;

  @Override
  public String name() {
    return "linear-scan";
  }

  @Override
  public boolean keepsUnboxed() {
    return true;
  }

  @Override
  public Allocation allocate(AllocationProblem problem, RegisterFile registers) throws AllocationException {
    Webs webs = WebBuilder.build(problem);
    Loops loops = new Loops(problem);
    Representations.choose(problem, webs, loops);
    Needs needs = Needs.collect(problem, webs, loops);
    Scanner scanner = new Scanner(problem, webs, loops, new Calls(problem), registers);
    scanner.scan(needs);
    int spillSlots = spill(webs);
    LoopConstants constants = LoopConstants.choose(problem, webs, needs, loops, registers);
    Writer writer = new Writer(problem, webs, needs, constants, registers);
    long stores = writer.stores();
    long loads = writer.loads();
    return new Allocation(writer.placements(), writer.edges(), writer.entries(),
        (spillSlots * WORD_BYTES + FRAME_ALIGNMENT - 1) / FRAME_ALIGNMENT * FRAME_ALIGNMENT,
        List.of(new Statistic("webs", webs.all().size()), new Statistic("unboxedWebs", unboxed(webs)),
            new Statistic("splits", scanner.splits()), new Statistic("spillSlots", spillSlots),
            new Statistic("stores", stores), new Statistic("loads", loads), new Statistic("edgeMoves",
                writer.moves())));
  }

  private static int spill(Webs webs) {
    int slots = 0;
    for (Web web : webs.all()) {
      web.decideStores();
      if (web.needsSpillSlot()) {
        web.spillTo(WORD_BYTES * slots++);
      }
    }
    return slots;
  }

  private static long unboxed(Webs webs) {
    return webs.all().stream().filter(Web::isUnboxed).count();
  }
}
