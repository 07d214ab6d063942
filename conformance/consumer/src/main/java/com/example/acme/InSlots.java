package com.example.acme;

import dev.joist.masm.MutFp;
import dev.joist.masm.MutGp;
import dev.joist.spi.codegen.RegisterFile;
import dev.joist.spi.regalloc.Allocation;
import dev.joist.spi.regalloc.Allocation.Placement;
import dev.joist.spi.regalloc.Allocation.Statistic;
import dev.joist.spi.regalloc.AllocationException;
import dev.joist.spi.regalloc.AllocationProblem;
import dev.joist.spi.regalloc.AllocationProblem.Block;
import dev.joist.spi.regalloc.AllocationProblem.Def;
import dev.joist.spi.regalloc.AllocationProblem.Instruction;
import dev.joist.spi.regalloc.AllocationProblem.Use;
import dev.joist.spi.regalloc.ExitMap;
import dev.joist.spi.regalloc.Location;
import dev.joist.spi.regalloc.RegisterAllocator;
import dev.joist.spi.regalloc.Representation;
import dev.joist.spi.regalloc.Transfer;
import dev.joist.spi.regalloc.UsePolicy;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * The simplest right register allocator: every value lives in its slot of the register file, and each instruction loads what it reads into temps and stores what
 * it has made. So there is nothing to write back when code is left, and nothing to move between blocks.
 */
public final class InSlots implements RegisterAllocator {
  @Override
  public String name() {
    return "in-slots";
  }

  @Override
  public Allocation allocate(AllocationProblem problem, RegisterFile registers) throws AllocationException {
    List<Placement> placements = new ArrayList<>();
    for (Instruction instruction : problem.instructions()) {
      placements.add(new OneInstruction(instruction, registers).place());
    }
    List<List<Transfer>> entries = new ArrayList<>();
    for (Block block : problem.blocks()) {
      entries.add(List.of());
    }
    return new Allocation(placements, List.of(), entries, 0, List.of(new Statistic("slotRegisters", problem.registerCount())));
  }

  /** Gives one instruction its temps, each once. */
  private static final class OneInstruction {
    private final Instruction instruction;
    private final Iterator<MutGp> gp;
    private final Iterator<MutFp> fp;

    OneInstruction(Instruction instruction, RegisterFile registers) {
      this.instruction = instruction;
      // An instruction that calls writes the argument count and reads the result while its temps are in use.
      gp = registers.tempGp().stream().filter(register -> !instruction.calls()
          || !register.equals(registers.calls().argumentCount()) && !register.equals(registers.calls().result())).iterator();
      fp = registers.tempFp().iterator();
    }

    Placement place() throws AllocationException {
      List<Location> uses = new ArrayList<>();
      List<MutGp> useGp = new ArrayList<>();
      List<MutFp> useFp = new ArrayList<>();
      for (Use use : instruction.uses()) {
        uses.add(use.known().isPresent() ? new Location.Known(use.known().getAsLong()) : Location.Slot.INSTANCE);
        useGp.add(use.policy() != null && use.policy().inRegister() ? next(gp) : null);
        useFp.add(use.policy() == UsePolicy.DOUBLE ? next(fp) : null);
      }
      List<Location> defs = new ArrayList<>();
      List<MutGp> defGp = new ArrayList<>();
      List<MutFp> defFp = new ArrayList<>();
      for (Def def : instruction.defs()) {
        defs.add(Location.Slot.INSTANCE);
        defGp.add(next(gp));
        defFp.add(def.representation() == Representation.DOUBLE ? next(fp) : null);
      }
      List<MutGp> gpTemps = new ArrayList<>();
      while (gpTemps.size() < instruction.gpTemps()) {
        gpTemps.add(next(gp));
      }
      List<MutFp> fpTemps = new ArrayList<>();
      while (fpTemps.size() < instruction.fpTemps()) {
        fpTemps.add(next(fp));
      }
      return new Placement(List.of(), uses, useGp, useFp, defs, defGp, defFp, gpTemps, fpTemps, ExitMap.EMPTY, List.of());
    }

    private <R> R next(Iterator<R> registers) throws AllocationException {
      if (!registers.hasNext()) {
        throw new AllocationException("the instruction at offset " + instruction.offset() + " needs more temps than there are");
      }
      return registers.next();
    }
  }
}
