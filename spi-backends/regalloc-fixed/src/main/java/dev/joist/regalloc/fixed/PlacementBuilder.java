package dev.joist.regalloc.fixed;

import dev.joist.masm.MutFp;
import dev.joist.masm.MutGp;
import dev.joist.spi.codegen.RegisterFile;
import dev.joist.spi.regalloc.Allocation.Placement;
import dev.joist.spi.regalloc.AllocationException;
import dev.joist.spi.regalloc.AllocationProblem;
import dev.joist.spi.regalloc.AllocationProblem.Block;
import dev.joist.spi.regalloc.AllocationProblem.Def;
import dev.joist.spi.regalloc.AllocationProblem.Instruction;
import dev.joist.spi.regalloc.AllocationProblem.Use;
import dev.joist.spi.regalloc.ExitMap;
import dev.joist.spi.regalloc.Location;
import dev.joist.spi.regalloc.Location.InGp;
import dev.joist.spi.regalloc.Location.Known;
import dev.joist.spi.regalloc.Location.Slot;
import dev.joist.spi.regalloc.Representation;
import dev.joist.spi.regalloc.Transfer;
import dev.joist.spi.regalloc.UsePolicy;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Walks the instructions of each block and notes where everything is. */
final class PlacementBuilder {
  private final AllocationProblem problem;
  private final MutGp[] mapping;
  private final ConstantRuns constants;
  private final TempPool temps;
  private final int[] bit;
  private final List<Placement> placements = new ArrayList<>();

  // At the current instruction: which slots are stale, and which registers are nothing but a known Value.
  private final BitSet stale = new BitSet();
  private final Known[] elided;

  PlacementBuilder(AllocationProblem problem, RegisterFile registers, MutGp[] mapping, ConstantRuns constants) {
    this.problem = problem;
    this.mapping = mapping;
    this.constants = constants;
    temps = new TempPool(registers);
    bit = StaleSlots.bits(mapping);
    elided = new Known[problem.registerCount()];
  }

  List<Placement> placements() {
    return placements;
  }

  void block(Block block, int staleOnEntry) throws AllocationException {
    stale.clear();
    for (int r = 0; r < mapping.length; r++) {
      stale.set(r, (bit[r] & staleOnEntry) != 0);
      elided[r] = null;
    }
    for (int i = block.first(); i < block.end(); i++) {
      placements.add(instruction(problem.instructions().get(i), constants.isElided(i)));
    }
  }

  private Placement instruction(Instruction insn, boolean elide) throws AllocationException {
    temps.begin(insn.offset(), insn.calls());
    BitSet across = insn.liveAcross();
    BitSet needed = (BitSet) across.clone();
    if (insn.handler() >= 0) {
      needed.or(problem.blocks().get(insn.handler()).liveIn());
    }
    List<Transfer> before = storesBefore(insn, needed);
    // What dies here is not stored for the call's sake, but an exit of this very instruction still needs it.
    ExitMap exit = ExitMap.EMPTY;
    if (insn.exits()) {
      insn.uses().forEach(use -> needed.set(use.register()));
      exit = exitMap(needed);
    }
    List<Location> uses = new ArrayList<>(insn.uses().size());
    List<MutGp> useGp = new ArrayList<>(insn.uses().size());
    List<MutFp> useFp = new ArrayList<>(insn.uses().size());
    for (Use use : insn.uses()) {
      Location location = location(use);
      uses.add(location);
      boolean inRegister = use.policy() != null && use.policy().inRegister();
      useGp.add(!inRegister ? null : location instanceof InGp at ? at.register() : temps.gp());
      useFp.add(use.policy() == UsePolicy.DOUBLE ? temps.fp() : null);
    }
    List<Transfer> after = insn.calls() ? loadsAfter(across) : List.of();
    List<Location> defs = new ArrayList<>(insn.defs().size());
    List<MutGp> defGp = new ArrayList<>(insn.defs().size());
    List<MutFp> defFp = new ArrayList<>(insn.defs().size());
    for (Def def : insn.defs()) {
      define(insn, def, elide, defs, defGp, defFp);
    }
    return new Placement(before, uses, useGp, useFp, defs, defGp, defFp, gpTemps(insn.gpTemps()),
        fpTemps(insn.fpTemps()), exit, after);
  }

  private List<Transfer> storesBefore(Instruction insn, BitSet needed) {
    List<Transfer> stores = new ArrayList<>();
    for (Use use : insn.uses()) {
      if (use.policy() != null && use.policy().inSlot()) {
        store(use.register(), stores);
      }
    }
    if (insn.calls()) {
      for (int r = needed.nextSetBit(0); r >= 0; r = needed.nextSetBit(r + 1)) {
        store(r, stores);
      }
    }
    return stores;
  }

  private void store(int register, List<Transfer> stores) {
    if (stale.get(register)) {
      stale.clear(register);
      stores.add(new Transfer(register, held(register), Slot.INSTANCE));
    }
  }

  private List<Transfer> loadsAfter(BitSet across) {
    List<Transfer> loads = new ArrayList<>();
    for (int r = across.nextSetBit(0); r >= 0; r = across.nextSetBit(r + 1)) {
      if (mapping[r] != null && elided[r] == null) {
        loads.add(new Transfer(r, Slot.INSTANCE, new InGp(mapping[r], Representation.BOXED)));
      }
    }
    return loads;
  }

  private ExitMap exitMap(BitSet needed) {
    List<ExitMap.Entry> entries = new ArrayList<>();
    for (int r = stale.nextSetBit(0); r >= 0; r = stale.nextSetBit(r + 1)) {
      if (needed.get(r)) {
        entries.add(new ExitMap.Entry(r, held(r)));
      }
    }
    return new ExitMap(entries);
  }

  /** Where a register's value is. */
  private Location held(int register) {
    return elided[register] != null ? elided[register]
        : mapping[register] != null ? new InGp(mapping[register], Representation.BOXED) : Slot.INSTANCE;
  }

  private Location location(Use use) {
    Location held = held(use.register());
    return held instanceof Slot && use.known().isPresent() ? new Known(use.known().getAsLong()) : held;
  }

  private void define(Instruction insn, Def def, boolean elide, List<Location> defs, List<MutGp> defGp,
      List<MutFp> defFp)
      throws AllocationException {
    int register = def.register();
    elided[register] = elide ? new Known(insn.constant().getAsLong()) : null;
    stale.set(register, elide || mapping[register] != null);
    Location location = held(register);
    defs.add(location);
    boolean direct = location instanceof InGp && def.representation() == Representation.BOXED;
    defGp.add(elide ? null : direct ? mapping[register] : temps.gp());
    defFp.add(def.representation() == Representation.DOUBLE ? temps.fp() : null);
  }

  private List<MutGp> gpTemps(int count) throws AllocationException {
    List<MutGp> list = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      list.add(temps.gp());
    }
    return list;
  }

  private List<MutFp> fpTemps(int count) throws AllocationException {
    List<MutFp> list = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      list.add(temps.fp());
    }
    return list;
  }
}
