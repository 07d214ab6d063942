package dev.joist.regalloc.linearscan;

import dev.joist.masm.MutFp;
import dev.joist.spi.codegen.RegisterFile;
import dev.joist.spi.regalloc.AllocationProblem;
import dev.joist.spi.regalloc.AllocationProblem.Use;
import dev.joist.spi.regalloc.Location.InFp;
import dev.joist.spi.regalloc.Location.Known;
import dev.joist.spi.regalloc.Representation;
import dev.joist.spi.regalloc.Transfer;
import dev.joist.spi.regalloc.UsePolicy;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Constants that a loop reads as doubles, kept in registers that nothing else is in all around the loop: each is made
 * once, on the way into it. Only registers that survive slow paths, and loops that call nothing.
 */
final class LoopConstants {
  /** A read of a constant. */
  private record Read(int instruction, int use) {}

  /**
   * A constant in its register.
   *
   * @param register a bytecode register that the loop reads it from
   */
  private record Kept(Loops.Loop loop, int register, Known value, InFp place) {}

  private final AllocationProblem problem;
  private final Webs webs;
  private final List<MutFp> registers;
  private final List<Piece> pieces = new ArrayList<>();
  private final List<Kept> kept = new ArrayList<>(2);
  private final Map<Read, InFp> places = new HashMap<>();

  private LoopConstants(AllocationProblem problem, Webs webs, RegisterFile file) {
    this.problem = problem;
    this.webs = webs;
    registers = file.savedFp();
  }

  /** After the scan: what it has left free is given away. */
  static LoopConstants choose(AllocationProblem problem, Webs webs, Needs needs, Loops loops, RegisterFile file) {
    LoopConstants constants = new LoopConstants(problem, webs, file);
    for (int head = 0; head < problem.blocks().size(); head++) {
      Loops.Loop loop = loops.headedBy(head);
      if (loop != null) {
        constants.keep(loop, needs);
      }
    }
    return constants;
  }

  private void keep(Loops.Loop loop, Needs needs) {
    Map<Known, List<Read>> wanted = new LinkedHashMap<>();
    for (int i = loop.from(); i < loop.end(); i++) {
      if (problem.instructions().get(i).calls()) {
        return;
      }
      collect(i, wanted);
    }
    if (wanted.isEmpty()) {
      return;
    }
    BitSet free = free(loop, needs);
    List<Map.Entry<Known, List<Read>>> mostReadFirst = new ArrayList<>(wanted.entrySet());
    mostReadFirst.sort(Comparator.comparingInt(entry -> -entry.getValue().size()));
    for (Map.Entry<Known, List<Read>> entry : mostReadFirst) {
      int register = free.nextSetBit(0);
      if (register < 0) {
        return;
      }
      free.clear(register);
      InFp place = new InFp(registers.get(register));
      Read first = entry.getValue().getFirst();
      kept.add(new Kept(loop, problem.instructions().get(first.instruction).uses().get(first.use).register(), entry.getKey(), place));
      entry.getValue().forEach(read -> places.put(read, place));
    }
  }

  private void collect(int i, Map<Known, List<Read>> wanted) {
    List<Use> uses = problem.instructions().get(i).uses();
    for (int u = 0; u < uses.size(); u++) {
      Use use = uses.get(u);
      Read read = new Read(i, u);
      if (use.policy() == UsePolicy.DOUBLE && use.known().isPresent() && use.proven() != Representation.BOXED
          && !isInRegister(webs.use(i, u), i) && !places.containsKey(read)) {
        wanted.computeIfAbsent(new Known(use.known().getAsLong()), value -> new ArrayList<>(2)).add(read);
      }
    }
  }

  private static boolean isInRegister(Web web, int i) {
    return !web.isConstant() && !web.pieces().isEmpty() && web.pieceAt(Position.of(i, Position.READ)).inRegister();
  }

  /** The registers that nothing is in from a loop's beginning to its end. */
  private BitSet free(Loops.Loop loop, Needs needs) {
    if (pieces.isEmpty()) {
      webs.all().forEach(web -> pieces.addAll(web.pieces()));
      pieces.addAll(needs.temps());
    }
    BitSet free = new BitSet();
    free.set(0, registers.size());
    int from = Position.of(loop.from(), Position.READ);
    int to = Position.of(loop.end(), Position.READ);
    for (Piece piece : pieces) {
      if (piece.isFloating() && piece.inRegister() && piece.from() < to && piece.to() > from) {
        free.clear(piece.index());
      }
    }
    for (Kept constant : kept) {
      if (constant.loop.from() < loop.end() && constant.loop.end() > loop.from()) {
        free.clear(registers.indexOf(constant.place.register()));
      }
    }
    return free;
  }

  /** Where an instruction finds a constant that it reads, or null. */
  InFp place(int instruction, int use) {
    return kept.isEmpty() ? null : places.get(new Read(instruction, use));
  }

  /** Makes what the target block's loops count on, on an edge that comes from outside of them. */
  void edge(int from, int to, List<Transfer> transfers) {
    for (Kept constant : kept) {
      if (contains(constant.loop, to) && !contains(constant.loop, from)) {
        transfers.add(make(constant));
      }
    }
  }

  /** Makes what a block counts on that is entered otherwise than by an edge. */
  void entry(int block, List<Transfer> transfers) {
    for (Kept constant : kept) {
      if (contains(constant.loop, block)) {
        transfers.add(make(constant));
      }
    }
  }

  private static Transfer make(Kept constant) {
    return new Transfer(constant.register, constant.value, constant.place);
  }

  private static boolean contains(Loops.Loop loop, int block) {
    return loop.head() <= block && block <= loop.last();
  }
}
