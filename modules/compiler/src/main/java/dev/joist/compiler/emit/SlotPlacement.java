package dev.joist.compiler.emit;

import dev.joist.masm.MutFp;
import dev.joist.masm.MutGp;
import dev.joist.spi.codegen.RegisterFile;
import dev.joist.spi.regalloc.Allocation.Placement;
import dev.joist.spi.regalloc.AllocationProblem.Instruction;
import dev.joist.spi.regalloc.AllocationProblem.Use;
import dev.joist.spi.regalloc.ExitMap;
import dev.joist.spi.regalloc.Location;
import dev.joist.spi.regalloc.Location.Slot;
import dev.joist.spi.regalloc.Representation;
import dev.joist.spi.regalloc.UsePolicy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Registers for an instruction that is executed where everything is in its slot, and stays there. */
final class SlotPlacement {
  private final RegisterFile registers;
  private int gp;
  private int fp;

  private SlotPlacement(RegisterFile registers) {
    this.registers = registers;
  }

  static Placement of(Instruction insn, RegisterFile registers) {
    return new SlotPlacement(registers).of(insn);
  }

  private Placement of(Instruction insn) {
    List<MutGp> useGp = new ArrayList<>();
    List<MutFp> useFp = new ArrayList<>();
    for (Use use : insn.uses()) {
      useGp.add(use.policy() != null && use.policy().inRegister() ? gp() : null);
      useFp.add(use.policy() == UsePolicy.DOUBLE ? fp() : null);
    }
    List<MutGp> defGp = new ArrayList<>();
    List<MutFp> defFp = new ArrayList<>();
    insn.defs().forEach(def -> {
      defGp.add(gp());
      defFp.add(def.representation() == Representation.DOUBLE ? fp() : null);
    });
    List<MutGp> gpTemps = new ArrayList<>();
    for (int t = 0; t < insn.gpTemps(); t++) {
      gpTemps.add(gp());
    }
    List<MutFp> fpTemps = new ArrayList<>();
    for (int t = 0; t < insn.fpTemps(); t++) {
      fpTemps.add(fp());
    }
    return new Placement(List.of(), slots(insn.uses().size()), useGp, useFp, slots(insn.defs().size()), defGp, defFp, gpTemps, fpTemps,
        ExitMap.EMPTY, List.of());
  }

  private static List<Location> slots(int count) {
    return Collections.nCopies(count, Slot.INSTANCE);
  }

  /** The last two are for transfers. */
  private MutGp gp() {
    if (gp == registers.tempGp().size() - 2) {
      throw new IllegalStateException("what is read before a loop needs more than " + gp + " registers");
    }
    return registers.tempGp().get(gp++);
  }

  private MutFp fp() {
    return registers.tempFp().get(fp++);
  }
}
