package dev.joist.regalloc.linearscan;

import dev.joist.masm.MutFp;
import dev.joist.masm.MutGp;
import dev.joist.spi.codegen.RegisterFile;
import dev.joist.spi.regalloc.Allocation.EdgeTransfers;
import dev.joist.spi.regalloc.Allocation.Placement;
import dev.joist.spi.regalloc.AllocationProblem;
import dev.joist.spi.regalloc.AllocationProblem.Block;
import dev.joist.spi.regalloc.AllocationProblem.Entry;
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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/** Writes down where everything is, and the transfers in between. */
final class Writer {
  private final AllocationProblem problem;
  private final Webs webs;
  private final Needs needs;
  private final LoopConstants constants;
  private final RegisterFile registers;
  private final Freshness[] atHead;
  private final List<Placement> placements;
  private long moves;
  private long stores;
  private long loads;

  // At the current instruction
  private Web[] current;
  private BitSet live;
  private BitSet across;
  private Freshness fresh;

  Writer(AllocationProblem problem, Webs webs, Needs needs, LoopConstants constants, RegisterFile registers) {
    this.problem = problem;
    this.webs = webs;
    this.needs = needs;
    this.constants = constants;
    this.registers = registers;
    atHead = new Freshness[problem.blocks().size()];
    placements = new ArrayList<>(problem.instructions().size());
    solve();
    resetCounts();
    for (int b = 0; b < atHead.length; b++) {
      walk(b, placements);
    }
  }

  private void resetCounts() {
    moves = 0;
    stores = 0;
    loads = 0;
  }

  List<Placement> placements() {
    return placements;
  }

  long moves() {
    return moves;
  }

  long stores() {
    return stores;
  }

  long loads() {
    return loads;
  }

  // Freshness at the heads of blocks

  private void solve() {
    Deque<Integer> work = new ArrayDeque<>();
    BitSet queued = new BitSet();
    for (int b = 0; b < atHead.length; b++) {
      atHead[b] = new Freshness();
      enter(b);
      work.add(b);
      queued.set(b);
    }
    while (!work.isEmpty()) {
      int b = work.remove();
      queued.clear(b);
      walk(b, null);
      Freshness end = fresh;
      for (int successor : problem.blocks().get(b).successors()) {
        Freshness along = new Freshness();
        along.set(end);
        fresh = along;
        edge(b, successor, new ArrayList<>());
        if (atHead[successor].join(along) && !queued.get(successor)) {
          work.add(successor);
          queued.set(successor);
        }
      }
    }
  }

  /** What is stale when a block is entered otherwise than by an edge. */
  private void enter(int b) {
    Block block = problem.blocks().get(b);
    if (b != 0 && block.entry() == Entry.NONE) {
      return;
    }
    for (int r = block.liveIn().nextSetBit(0); r >= 0; r = block.liveIn().nextSetBit(r + 1)) {
      Web web = webs.liveIn(b, r);
      atHead[b].spill(r, web.isUnboxed() && !web.hasSpillSlot());
    }
  }

  // Blocks

  /** @param into null to find out only what is stale at the block's end */
  private void walk(int b, List<Placement> into) {
    Block block = problem.blocks().get(b);
    current = webs.atHead(b);
    live = block.liveIn();
    fresh = new Freshness();
    fresh.set(atHead[b]);
    for (int i = block.first(); i < block.end(); i++) {
      boolean goesOn = i < block.end() - 1 || block.successors().size() == 1 && block.successors().getFirst() == b + 1;
      Placement placement = instruction(i, i == block.first(), goesOn, into != null);
      live = problem.instructions().get(i).liveAfter();
      if (into != null) {
        into.add(placement);
      }
    }
  }

  private Placement instruction(int i, boolean first, boolean goesOn, boolean write) {
    Instruction insn = problem.instructions().get(i);
    List<Transfer> before = new ArrayList<>(0);
    across = insn.liveAcross();
    leaveRegisters(i, first, before);
    if (insn.calls() && insn.handler() >= 0) {
      handled(i, insn, before);
    }
    for (int u = 0; u < insn.uses().size(); u++) {
      Use use = insn.uses().get(u);
      if (use.policy() != null && use.policy().inSlot()) {
        storeSlot(use.register(), webs.use(i, u).locationAt(Position.of(i, Position.READ)), before);
      }
    }
    List<Location> uses = write ? uses(i, insn) : List.of();
    ExitMap exit = write && insn.exits() ? exit(i, insn) : ExitMap.EMPTY;
    List<Transfer> after = new ArrayList<>(0);
    for (int d = 0; d < insn.defs().size(); d++) {
      define(i, d, goesOn, after);
    }
    return write ? placement(i, insn, before, uses, exit, after) : null;
  }

  // Transfers before an instruction

  /** Stores what is about to lose its register, and loads what gets one. */
  private void leaveRegisters(int i, boolean first, List<Transfer> before) {
    List<Transfer> loaded = new ArrayList<>(0);
    int read = Position.of(i, Position.READ);
    for (int r = live.nextSetBit(0); r >= 0; r = live.nextSetBit(r + 1)) {
      Web web = current[r];
      if (web == null || web.isConstant() || web.pieces().size() < 2) {
        continue;
      }
      Piece here = web.pieceAt(read);
      if (here.from() == read && !first) {
        Piece previous = web.pieceAt(read - 1);
        if (!here.inRegister() && previous.inRegister()) {
          store(web, web.locationAt(read - 1), before);
        } else if (here.inRegister() && !previous.inRegister()) {
          loaded.add(new Transfer(r, web.home(), web.locationAt(read)));
        } else if (here.inRegister() && here.index() != previous.index()) {
          loaded.add(new Transfer(r, web.locationAt(read - 1), web.locationAt(read)));
        }
      }
      if (here.inRegister() && here.to() <= read + Position.DONE && across.get(r)
          && !web.pieceAt(here.to()).inRegister()) {
        // What gets there only now is stored from where it was.
        store(web, web.locationAt(here.from() == read && !first ? read - 1 : read), before);
      }
    }
    loads += loaded.size();
    addInOrder(loaded, before);
  }

  /** None overwrites what another one still reads; a cycle is broken by memory. */
  private void addInOrder(List<Transfer> pending, List<Transfer> into) {
    while (!pending.isEmpty()) {
      Transfer next = null;
      for (Transfer candidate : pending) {
        if (pending.stream().noneMatch(other -> other != candidate && sharesRegister(other.from(), candidate.to()))) {
          next = candidate;
          break;
        }
      }
      if (next == null) {
        Transfer broken = pending.removeFirst();
        Web web = current[broken.register()];
        store(web, broken.from(), into);
        pending.add(new Transfer(broken.register(), web.home(), broken.to()));
      } else {
        pending.remove(next);
        into.add(next);
      }
    }
  }

  private static boolean sharesRegister(Location a, Location b) {
    return switch (a) {
      case InGp at -> b instanceof InGp other && other.register().equals(at.register());
      case InFp at -> b instanceof InFp other && other.register().equals(at.register());
      default -> false;
    };
  }

  /** Brings its home up to date. */
  private void store(Web web, Location from, List<Transfer> transfers) {
    int r = web.register();
    if (web.isUnboxed()) {
      if (fresh.isSpillStale(r)) {
        transfers.add(new Transfer(r, from, web.home()));
        fresh.spill(r, false);
        stores++;
      }
    } else {
      storeSlot(r, from, transfers);
    }
  }

  private void storeSlot(int register, Location from, List<Transfer> transfers) {
    if (fresh.isSlotStale(register)) {
      if (!(from instanceof Slot)) {
        transfers.add(new Transfer(register, from, Slot.INSTANCE));
        stores++;
      }
      fresh.slot(register, false);
    }
  }

  /** What a handler reads is in its slot when the call throws. */
  private void handled(int i, Instruction insn, List<Transfer> before) {
    BitSet handled = problem.blocks().get(insn.handler()).liveIn();
    for (int r = handled.nextSetBit(0); r >= 0; r = handled.nextSetBit(r + 1)) {
      if (current[r] != null) {
        storeSlot(r, current[r].locationAt(Position.of(i, Position.READ)), before);
      }
    }
  }

  // The instruction itself

  private List<Location> uses(int i, Instruction insn) {
    List<Location> uses = new ArrayList<>(insn.uses().size());
    for (int u = 0; u < insn.uses().size(); u++) {
      Use use = insn.uses().get(u);
      Location location = webs.use(i, u).locationAt(Position.of(i, Position.READ));
      boolean inMemory = location instanceof Slot || location instanceof Spilled;
      Location place = constants.place(i, u);
      uses.add(place != null ? place : inMemory && use.known().isPresent() ? new Known(use.known().getAsLong()) : location);
    }
    return uses;
  }

  private ExitMap exit(int i, Instruction insn) {
    BitSet needed = (BitSet) across.clone();
    insn.uses().forEach(use -> needed.set(use.register()));
    if (insn.handler() >= 0) {
      needed.or(problem.blocks().get(insn.handler()).liveIn());
    }
    int read = Position.of(i, Position.READ);
    List<ExitMap.Entry> entries = new ArrayList<>(4);
    for (int r = needed.nextSetBit(0); r >= 0; r = needed.nextSetBit(r + 1)) {
      Web web = current[r];
      if (web == null) {
        continue;
      }
      Location location = web.locationAt(read);
      if (insn.calls() && across.get(r) && !web.isConstant()) {
        location = web.home();
      }
      boolean lost = isLostOnExit(location) && across.get(r);
      if ((fresh.isSlotStale(r) || lost) && !(location instanceof Slot)) {
        entries.add(new ExitMap.Entry(r, location));
      }
    }
    return entries.isEmpty() ? ExitMap.EMPTY : new ExitMap(entries);
  }

  /** Whether a slow path leaves something else there, which has to be loaded again. */
  private boolean isLostOnExit(Location location) {
    return switch (location) {
      case InGp at -> !registers.savedGp().contains(at.register());
      case InFp at -> !registers.savedFp().contains(at.register());
      default -> false;
    };
  }

  /** @param goesOn whether what comes after it is always executed */
  private void define(int i, int d, boolean goesOn, List<Transfer> after) {
    Web web = webs.def(i, d);
    int r = web.register();
    current[r] = web;
    Location location = web.locationAt(Position.of(i, Position.WRITE));
    fresh.slot(r, !(location instanceof Slot));
    fresh.spill(r, web.isUnboxed() && !(location instanceof Spilled));
    boolean dead = !problem.instructions().get(i).liveAfter().get(r);
    if (web.isStoredWhenDefined() && goesOn && !dead && !web.isConstant() && !(location instanceof Slot)
        && !(location instanceof Spilled)) {
      store(web, location, after);
    }
  }

  private Placement placement(int i, Instruction insn, List<Transfer> before, List<Location> uses, ExitMap exit,
      List<Transfer> after) {
    Needs.OfInstruction of = needs.of(i);
    int useCount = uses.size();
    MutGp[] useGp = new MutGp[useCount];
    MutFp[] useFp = new MutFp[useCount];
    for (int u = 0; u < useCount; u++) {
      UsePolicy policy = insn.uses().get(u).policy();
      useGp[u] = of.useGp()[u] == null ? null : of.useGp()[u].gp();
      useFp[u] = of.useFp()[u] == null ? null : of.useFp()[u].fp();
      if (policy == null || !policy.inRegister()) {
        continue;
      }
      if (policy == UsePolicy.DOUBLE) {
        if (uses.get(u) instanceof InFp at) {
          useFp[u] = at.register();
        } else if (uses.get(u) instanceof InGp at && at.representation() == Representation.BOXED) {
          useGp[u] = at.register();
        }
      } else if (uses.get(u) instanceof InGp at
          && (at.representation() == Representation.BOXED || policy == UsePolicy.INT32)) {
        useGp[u] = at.register();
      }
    }
    int defCount = insn.defs().size();
    Location[] defs = new Location[defCount];
    MutGp[] defGp = new MutGp[defCount];
    MutFp[] defFp = new MutFp[defCount];
    for (int d = 0; d < defCount; d++) {
      defs[d] = webs.def(i, d).locationAt(Position.of(i, Position.WRITE));
      defGp[d] = of.defGp()[d] != null ? of.defGp()[d].gp() : defs[d] instanceof InGp at ? at.register() : null;
      defFp[d] = of.defFp()[d] != null ? of.defFp()[d].fp() : defs[d] instanceof InFp at ? at.register() : null;
    }
    return new Placement(before, uses, Arrays.asList(useGp), Arrays.asList(useFp), Arrays.asList(defs),
        Arrays.asList(defGp), Arrays.asList(defFp), gp(of.gpTemps()), fp(of.fpTemps()), exit, after);
  }

  private static List<MutGp> gp(Piece[] pieces) {
    return Arrays.stream(pieces).map(Piece::gp).toList();
  }

  private static List<MutFp> fp(Piece[] pieces) {
    return Arrays.stream(pieces).map(Piece::fp).toList();
  }

  // Between blocks

  List<EdgeTransfers> edges() {
    List<EdgeTransfers> edges = new ArrayList<>();
    for (int b = 0; b < atHead.length; b++) {
      walk(b, null);
      Freshness end = fresh;
      for (int successor : problem.blocks().get(b).successors()) {
        List<Transfer> transfers = new ArrayList<>(0);
        fresh = new Freshness();
        fresh.set(end);
        edge(b, successor, transfers);
        constants.edge(b, successor, transfers);
        if (!transfers.isEmpty()) {
          edges.add(new EdgeTransfers(b, successor, transfers));
          moves += transfers.size();
        }
      }
    }
    return edges;
  }

  private void edge(int from, int to, List<Transfer> transfers) {
    Block target = problem.blocks().get(to);
    int end = Position.of(problem.blocks().get(from).end(), Position.READ) - 1;
    int head = Position.of(target.first(), Position.READ);
    for (int r = target.liveIn().nextSetBit(0); r >= 0; r = target.liveIn().nextSetBit(r + 1)) {
      Web web = webs.liveIn(to, r);
      if (web.isConstant() || web.pieces().size() < 2) {
        continue;
      }
      Location source = web.locationAt(end);
      Location destination = web.locationAt(head);
      if (destination.equals(source)) {
        continue;
      }
      if (destination.equals(web.home())) {
        store(web, source, transfers);
      } else {
        transfers.add(new Transfer(r, source, destination));
      }
    }
  }

  List<List<Transfer>> entries() {
    List<List<Transfer>> entries = new ArrayList<>(atHead.length);
    for (int b = 0; b < atHead.length; b++) {
      Block block = problem.blocks().get(b);
      List<Transfer> transfers = new ArrayList<>(0);
      if (b == 0 || block.entry() != Entry.NONE) {
        entry(b, block, transfers);
        constants.entry(b, transfers);
      }
      entries.add(transfers);
    }
    return entries;
  }

  private void entry(int b, Block block, List<Transfer> transfers) {
    for (int r = block.liveIn().nextSetBit(0); r >= 0; r = block.liveIn().nextSetBit(r + 1)) {
      Web web = webs.liveIn(b, r);
      Location destination = web.locationAt(Position.of(block.first(), Position.READ));
      if (web.isUnboxed() && web.hasSpillSlot()) {
        transfers.add(new Transfer(r, Slot.INSTANCE, web.home()));
      }
      if (!(destination instanceof Slot) && !(destination instanceof Spilled)) {
        transfers.add(new Transfer(r, Slot.INSTANCE, destination));
      }
    }
  }
}
