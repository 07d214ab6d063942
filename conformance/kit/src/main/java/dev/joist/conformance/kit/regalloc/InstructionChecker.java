package dev.joist.conformance.kit.regalloc;

import dev.joist.conformance.kit.RuleViolation;
import dev.joist.masm.MutFp;
import dev.joist.masm.MutGp;
import dev.joist.spi.codegen.RegisterFile;
import dev.joist.spi.regalloc.Allocation;
import dev.joist.spi.regalloc.Allocation.Placement;
import dev.joist.spi.regalloc.AllocationProblem;
import dev.joist.spi.regalloc.AllocationProblem.Def;
import dev.joist.spi.regalloc.AllocationProblem.Instruction;
import dev.joist.spi.regalloc.AllocationProblem.Use;
import dev.joist.spi.regalloc.ExitMap;
import dev.joist.spi.regalloc.Location;
import dev.joist.spi.regalloc.Location.InFp;
import dev.joist.spi.regalloc.Location.InGp;
import dev.joist.spi.regalloc.Location.Known;
import dev.joist.spi.regalloc.Location.Slot;
import dev.joist.spi.regalloc.Location.Spilled;
import dev.joist.spi.regalloc.Representation;
import dev.joist.spi.regalloc.Transfer;
import dev.joist.spi.regalloc.UsePolicy;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What transfers and instructions do to a {@link MachineState}, and whether they may. */
final class InstructionChecker {
  private static final int WORD_BYTES = 8;

  private final AllocationProblem problem;
  private final RegisterFile registers;
  private final Allocation allocation;
  private final Set<MutGp> allGp = new HashSet<>();
  private final Set<MutFp> allFp = new HashSet<>();
  private String where;
  private boolean strict;

  InstructionChecker(AllocationProblem problem, RegisterFile registers, Allocation allocation) {
    this.problem = problem;
    this.registers = registers;
    this.allocation = allocation;
    allGp.addAll(registers.savedGp());
    allGp.addAll(registers.tempGp());
    allFp.addAll(registers.savedFp());
    allFp.addAll(registers.tempFp());
  }

  /**
   * What follows is done there.
   *
   * @param strict whether errors are told
   */
  InstructionChecker checked(String there, boolean strict) {
    where = there;
    this.strict = strict;
    return this;
  }

  private void require(boolean holds, String message) {
    if (strict && !holds) {
      throw new RuleViolation("at " + where + ": " + message);
    }
  }

  // Transfers

  void transfers(MachineState state, List<Transfer> transfers) {
    for (Transfer transfer : transfers) {
      source(state, transfer);
      clobberTransferTemps(state, transfer.from());
      arrive(state, transfer);
    }
  }

  void parallel(MachineState state, List<Transfer> transfers) {
    require(AllocationChecker.distinctTargets(transfers), "two transfers that happen at once have the same target");
    transfers.forEach(transfer -> source(state, transfer));
    for (Transfer transfer : transfers) {
      if (!transfer.from().equals(transfer.to())) {
        clobberTarget(state, transfer);
      }
    }
    if (!transfers.isEmpty()) {
      clobberTransferTemps(state, Slot.INSTANCE);
    }
    transfers.forEach(transfer -> arriveAt(state, transfer));
  }

  private void source(MachineState state, Transfer transfer) {
    int register = transfer.register();
    legal(transfer.from());
    legal(transfer.to());
    if (isNumber(transfer)) {
      // Whether it is one that a use is known to read is for the use to say.
      return;
    }
    require(state.holds(register, transfer.from()), transfer.from() + " does not hold r" + register);
    Representation from = MachineState.representation(transfer.from());
    Representation to = MachineState.representation(transfer.to());
    require(from == to || to == Representation.BOXED || state.mayBe(register, to), "r" + register
        + " is not known to be " + to);
    require(!(from == Representation.DOUBLE && to == Representation.INT32), "r" + register
        + " is a DOUBLE and cannot become an INT32");
  }

  private void legal(Location location) {
    switch (location) {
      case InGp at -> require(allGp.contains(at.register()), at.register() + " is not the allocator's to give");
      case InFp at -> require(allFp.contains(at.register()), at.register() + " is not the allocator's to give");
      case Spilled at -> require(at.offset() >= 0 && at.offset() % WORD_BYTES == 0
          && at.offset() + WORD_BYTES <= allocation.spillBytes(), "there is no spill slot at " + at.offset());
      case Slot slot -> { }
      case Known known -> { }
    }
  }

  private void arrive(MachineState state, Transfer transfer) {
    if (!transfer.from().equals(transfer.to())) {
      clobberTarget(state, transfer);
    }
    arriveAt(state, transfer);
  }

  private static void arriveAt(MachineState state, Transfer transfer) {
    if (isNumber(transfer)) {
      state.putNumber((InFp) transfer.to(), (Known) transfer.from());
    }
    if (!isNumber(transfer) || state.holds(transfer.register(), transfer.from()) && state.mayBe(transfer.register(), Representation.DOUBLE)) {
      state.add(transfer.register(), transfer.to());
    }
  }

  /** Whether it makes a constant, which needs no register to have it. */
  private static boolean isNumber(Transfer transfer) {
    return transfer.from() instanceof Known && transfer.to() instanceof InFp;
  }

  private static void clobberTarget(MachineState state, Transfer transfer) {
    if (!(transfer.to() instanceof Slot)) {
      state.clobber(transfer.to());
    }
  }

  /** The compiler's own transfers use the last two temps of each class. */
  private void clobberTransferTemps(MachineState state, Location source) {
    int gp = registers.tempGp().size();
    int fp = registers.tempFp().size();
    boolean reserved = switch (source) {
      case InGp at -> registers.tempGp().subList(gp - 2, gp).contains(at.register());
      case InFp at -> registers.tempFp().subList(fp - 2, fp).contains(at.register());
      default -> false;
    };
    require(!reserved, source + " is used by transfers themselves");
    registers.tempGp().subList(gp - 2, gp).forEach(state::clobber);
    registers.tempFp().subList(fp - 2, fp).forEach(state::clobber);
  }

  // Instructions

  /** @param jumps whether it may go on elsewhere than behind it, where the transfers after it do not happen */
  void instruction(MachineState state, int index, boolean jumps) {
    Instruction insn = problem.instructions().get(index);
    Placement placement = allocation.placements().get(index);
    transfers(state, placement.before());
    uses(state, insn, placement);
    temps(state, insn, placement);
    BitSet needed = needed(insn);
    MachineState slow = insn.exits() ? exit(state, insn, placement, needed) : null;
    if (insn.calls()) {
      calls(state, insn);
    }
    byte[] types = definedTypes(state, insn);
    List<Known> known = insn.copyOf() < 0 ? List.of() : knownOfCopy(state, insn);
    define(state, insn, placement, types, known);
    if (slow != null) {
      defineBySlowPath(slow, insn, placement, types);
      state.meet(slow);
    }
    if (!placement.after().isEmpty()) {
      MachineState jumped = state.copy();
      transfers(state, placement.after());
      if (jumps) {
        state.meet(jumped);
      }
    }
  }

  private BitSet needed(Instruction insn) {
    BitSet needed = insn.liveAcross();
    insn.uses().forEach(use -> needed.set(use.register()));
    if (insn.handler() >= 0) {
      needed.or(problem.blocks().get(insn.handler()).liveIn());
    }
    return needed;
  }

  private void uses(MachineState state, Instruction insn, Placement placement) {
    for (int u = 0; u < insn.uses().size(); u++) {
      Use use = insn.uses().get(u);
      Location location = placement.uses().get(u);
      if (use.policy() == null) {
        continue;
      }
      boolean knownHere = location instanceof Known known && use.known().isPresent()
          && use.known().getAsLong() == known.value();
      boolean numberThere = use.known().isPresent() && use.proven() != Representation.BOXED
          && state.holdsNumber(location, new Known(use.known().getAsLong()));
      require(knownHere || numberThere || state.holds(use.register(), location), location + " does not hold r" + use.register()
          + ", which is read there");
      require(!use.policy().inSlot() || state.holds(use.register(), Slot.INSTANCE), "the slot of r" + use.register()
          + " is stale, but read");
      loaded(use, location, placement.useGp().get(u), placement.useFp().get(u));
    }
    // All are loaded one after the other; none may spoil another's.
    for (int u = 0; u < insn.uses().size(); u++) {
      MutGp gp = placement.useGp().get(u);
      if (gp != null && !isAt(placement.uses().get(u), gp)) {
        state.clobber(gp);
      }
    }
    for (int u = 0; u < insn.uses().size(); u++) {
      Location location = placement.uses().get(u);
      if (insn.uses().get(u).policy() != null && location instanceof InGp) {
        require(state.holds(insn.uses().get(u).register(), location), "r" + insn.uses().get(u).register()
            + " is overwritten by the load of another operand");
      }
    }
    for (int u = 0; u < insn.uses().size(); u++) {
      MutFp fp = placement.useFp().get(u);
      if (fp != null && !(placement.uses().get(u) instanceof InFp at && at.register().equals(fp))) {
        state.clobber(fp);
      }
    }
  }

  private static boolean isAt(Location location, MutGp gp) {
    return location instanceof InGp at && at.register().equals(gp);
  }

  private void loaded(Use use, Location location, MutGp gp, MutFp fp) {
    if (!use.policy().inRegister()) {
      return;
    }
    boolean asDouble = use.policy() == UsePolicy.DOUBLE;
    require(asDouble ? fp != null : gp != null, "r" + use.register() + " is wanted as " + use.policy()
        + ", but there is no register for it");
    boolean unboxes = asDouble && (location instanceof Slot
        || location instanceof InGp at && at.representation() == Representation.BOXED);
    require(!unboxes || gp != null, "r" + use.register() + " is unboxed from " + location
        + ", but there is no register for its Value");
    boolean converts = use.policy() != UsePolicy.INT32 && location instanceof InGp at
        && at.representation() == Representation.INT32 && !asDouble;
    require(!converts || !isAt(location, gp), "r" + use.register() + " is boxed in the register of its int32");
  }

  private void temps(MachineState state, Instruction insn, Placement placement) {
    require(placement.gpTemps().size() >= insn.gpTemps() && placement.fpTemps().size() >= insn.fpTemps(),
        "there are fewer temps than declared");
    List<MutGp> gp = new ArrayList<>(placement.gpTemps());
    List<MutFp> fp = new ArrayList<>(placement.fpTemps());
    Set<MutGp> gpOfOthers = new HashSet<>();
    Set<MutFp> fpOfOthers = new HashSet<>();
    placement.useGp().forEach(gpOfOthers::add);
    placement.defGp().forEach(gpOfOthers::add);
    placement.useFp().forEach(fpOfOthers::add);
    placement.defFp().forEach(fpOfOthers::add);
    for (Location location : placement.uses()) {
      if (location instanceof InGp at) {
        gpOfOthers.add(at.register());
      } else if (location instanceof InFp at) {
        fpOfOthers.add(at.register());
      }
    }
    require(new HashSet<>(gp).size() == gp.size() && new HashSet<>(fp).size() == fp.size(), "two temps are the same");
    require(gp.stream().noneMatch(gpOfOthers::contains) && fp.stream().noneMatch(fpOfOthers::contains),
        "a temp is also an operand's register");
    require(allGp.containsAll(gp) && allFp.containsAll(fp), "a temp is not the allocator's to give");
    require(!insn.calls() || gp.stream().noneMatch(r -> r.equals(registers.calls().argumentCount())
        || r.equals(registers.calls().result())), "a temp of a call is a register with a part in it");
    gp.forEach(state::clobber);
    fp.forEach(state::clobber);
  }

  // Ways out

  /** Checks the exit map. The result is the state when the slow path comes back, but for the results. */
  private MachineState exit(MachineState state, Instruction insn, Placement placement, BitSet needed) {
    MachineState slow = state.copy();
    BitSet current = new BitSet();
    for (ExitMap.Entry entry : placement.exit().entries()) {
      boolean operand = insn.uses().stream().anyMatch(use -> use.register() == entry.register()
          && use.known().isPresent() && entry.location() instanceof Known at && at.value() == use.known().getAsLong());
      require(operand || state.holds(entry.register(), entry.location()), "the exit writes r" + entry.register()
          + " back from " + entry.location() + ", which does not hold it");
      legal(entry.location());
      require(!isAt(entry.location(), registers.calls().result()), "the exit writes r" + entry.register()
          + " back from the result register, and would load it over the answer");
      current.set(entry.register());
    }
    for (int r = needed.nextSetBit(0); r >= 0; r = needed.nextSetBit(r + 1)) {
      require(current.get(r) || state.holds(r, Slot.INSTANCE), "the exit leaves the slot of r" + r + " stale");
    }
    registers.tempGp().forEach(slow::clobber);
    registers.tempFp().forEach(slow::clobber);
    for (ExitMap.Entry entry : placement.exit().entries()) {
      slow.add(entry.register(), Slot.INSTANCE);
      boolean clobbered = switch (entry.location()) {
        case InGp at -> !registers.savedGp().contains(at.register());
        case InFp at -> !registers.savedFp().contains(at.register());
        default -> false;
      };
      if (clobbered) {
        slow.add(entry.register(), entry.location());
      }
    }
    return slow;
  }

  private void calls(MachineState state, Instruction insn) {
    if (insn.handler() >= 0) {
      BitSet handled = problem.blocks().get(insn.handler()).liveIn();
      for (int r = handled.nextSetBit(0); r >= 0; r = handled.nextSetBit(r + 1)) {
        require(state.holds(r, Slot.INSTANCE), "the slot of r" + r + ", which the handler reads, is stale at a call");
      }
    }
    state.clobberAllRegisters();
  }

  // Results

  private static byte[] definedTypes(MachineState state, Instruction insn) {
    byte[] types = new byte[insn.defs().size()];
    for (int d = 0; d < types.length; d++) {
      types[d] = switch (insn.defs().get(d).representation()) {
        case INT32 -> MachineState.INT32;
        case DOUBLE -> MachineState.DOUBLE;
        case BOXED -> insn.copyOf() < 0 ? MachineState.ANYTHING : state.type(insn.uses().get(insn.copyOf()).register());
      };
    }
    return types;
  }

  private static List<Known> knownOfCopy(MachineState state, Instruction insn) {
    Known known = state.known(insn.uses().get(insn.copyOf()).register());
    return known == null ? List.of() : List.of(known);
  }

  private void define(MachineState state, Instruction insn, Placement placement, byte[] types, List<Known> known) {
    for (int d = 0; d < insn.defs().size(); d++) {
      writes(state, insn, placement, d);
    }
    for (int d = 0; d < insn.defs().size(); d++) {
      Def def = insn.defs().get(d);
      Location location = placement.defs().get(d);
      legal(location);
      boolean inPlace = insn.copyOf() >= 0 && placement.uses().get(insn.copyOf()).equals(location)
          && !(location instanceof Slot);
      state.define(def.register(), types[d]);
      if (insn.constant().isPresent()) {
        state.know(def.register(), insn.constant().getAsLong());
      } else if (!known.isEmpty()) {
        state.know(def.register(), known.getFirst().value());
      }
      Representation to = MachineState.representation(location);
      require(to == Representation.BOXED || state.mayBe(def.register(), to), "the result in r" + def.register()
          + " is not known to be " + to);
      if (inPlace) {
        state.add(def.register(), location);
      } else {
        state.put(def.register(), location);
      }
    }
  }

  /** The registers that the lowering writes hold nothing else any more. */
  private void writes(MachineState state, Instruction insn, Placement placement, int d) {
    Def def = insn.defs().get(d);
    if (insn.constant().isPresent() || insn.copyOf() >= 0) {
      if (placement.defGp().get(d) != null && !(placement.defs().get(d) instanceof InGp)) {
        state.clobber(placement.defGp().get(d));
      }
      return;
    }
    boolean asDouble = def.representation() == Representation.DOUBLE;
    MutGp gp = placement.defGp().get(d);
    MutFp fp = placement.defFp().get(d);
    Location location = placement.defs().get(d);
    require(asDouble ? fp != null : gp != null, "there is no register for the result in r" + def.register());
    require(!(asDouble && location instanceof Slot) || gp != null, "there is no register to box the result in r"
        + def.register());
    if (def.representation() != Representation.BOXED && !insn.restores()) {
      require(asDouble || placement.useGp().stream().noneMatch(gp::equals), "the unboxed result in r" + def.register()
          + " is written into an operand's register");
      require(!asDouble || placement.useFp().stream().noneMatch(fp::equals), "the unboxed result in r"
          + def.register() + " is written into an operand's register");
    }
    if (def.representation() == Representation.INT32 && insn.exits()) {
      // The way out may be taken when the result is written; an int32 operand has been restored then.
      require(placement.exit().entries().stream().noneMatch(entry -> isAt(entry.location(), gp)
          && MachineState.representation(entry.location()) == Representation.BOXED), "the int32 in r" + def.register()
          + " is written over what a way out writes back");
    }
    if (gp != null) {
      state.clobber(gp);
    }
    if (fp != null) {
      state.clobber(fp);
    }
  }

  private void defineBySlowPath(MachineState slow, Instruction insn, Placement placement, byte[] types) {
    for (int d = 0; d < insn.defs().size(); d++) {
      slow.define(insn.defs().get(d).register(), types[d]);
      slow.add(insn.defs().get(d).register(), Slot.INSTANCE);
    }
    for (int d = 0; d < insn.defs().size(); d++) {
      Def def = insn.defs().get(d);
      if (insn.liveAfter().get(def.register())) {
        slow.put(def.register(), placement.defs().get(d));
      }
    }
  }
}
