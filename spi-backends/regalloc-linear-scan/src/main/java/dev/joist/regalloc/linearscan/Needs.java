package dev.joist.regalloc.linearscan;

import dev.joist.spi.regalloc.AllocationProblem;
import dev.joist.spi.regalloc.AllocationProblem.Block;
import dev.joist.spi.regalloc.AllocationProblem.Def;
import dev.joist.spi.regalloc.AllocationProblem.Instruction;
import dev.joist.spi.regalloc.AllocationProblem.Use;
import dev.joist.spi.regalloc.Representation;
import dev.joist.spi.regalloc.UsePolicy;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * What instructions need of machine registers: the webs that they want in one (which the webs learn), and registers for
 * the time of the instruction.
 */
final class Needs {
  /**
   * The registers for the time of one instruction, null where none is needed.
   *
   * @param useGp by use, likewise the next three
   */
  record OfInstruction(
      Piece[] useGp, Piece[] useFp, Piece[] defGp, Piece[] defFp, Piece[] gpTemps, Piece[] fpTemps) {}

  private final AllocationProblem problem;
  private final Webs webs;
  private final Loops loops;
  private final OfInstruction[] needs;
  private final List<Piece> temps = new ArrayList<>();

  private Needs(AllocationProblem problem, Webs webs, Loops loops) {
    this.problem = problem;
    this.webs = webs;
    this.loops = loops;
    needs = new OfInstruction[problem.instructions().size()];
  }

  static Needs collect(AllocationProblem problem, Webs webs, Loops loops) {
    Needs needs = new Needs(problem, webs, loops);
    needs.findReaders();
    for (Web web : webs.all()) {
      if (!web.isReadInRegister()) {
        web.represent(Representation.BOXED);
      }
    }
    // Boxed, it may be of use in a register after all.
    needs.findReaders();
    for (Web web : webs.all()) {
      if (!web.isConstant() && !web.isReadInRegister()) {
        web.keepInMemory();
      }
    }
    Extents.measure(problem, webs);
    for (int b = 0; b < problem.blocks().size(); b++) {
      Block block = problem.blocks().get(b);
      for (int i = block.first(); i < block.end(); i++) {
        if (i == block.end() - 1) {
          needs.loopEnds(b);
        }
        needs.wishes(b, i);
        needs.registers(i);
      }
    }
    return needs;
  }

  OfInstruction of(int instruction) {
    return needs[instruction];
  }

  /** All of them, in the order of the code. */
  List<Piece> temps() {
    return temps;
  }

  // Webs

  private void findReaders() {
    for (int i = 0; i < needs.length; i++) {
      Instruction insn = problem.instructions().get(i);
      for (int u = 0; u < insn.uses().size(); u++) {
        if (isWanted(insn.uses().get(u), webs.use(i, u))) {
          webs.use(i, u).readInRegister();
        }
      }
    }
    // What is copied to a register is best in one itself. Copies mostly come after what they copy.
    for (int i = needs.length - 1; i >= 0; i--) {
      if (isWantedCopy(i)) {
        webs.use(i, problem.instructions().get(i).copyOf()).readInRegister();
      }
    }
  }

  private boolean isWantedCopy(int i) {
    Instruction insn = problem.instructions().get(i);
    if (insn.copyOf() < 0 || insn.uses().get(insn.copyOf()).known().isPresent()) {
      return false;
    }
    Web source = webs.use(i, insn.copyOf());
    return !source.isConstant() && webs.def(i, 0).isReadInRegister() && (isTemporary(source, i) || isNumber(insn));
  }

  /** Whether it is of no use behind the copy: what lives on is loaded as cheaply when it is copied, if it is no number. */
  private boolean isTemporary(Web source, int i) {
    return !problem.instructions().get(i).liveAfter().get(source.register());
  }

  private static boolean isNumber(Instruction copy) {
    return copy.uses().get(copy.copyOf()).proven() != Representation.BOXED;
  }

  private void wishes(int b, int i) {
    Instruction insn = problem.instructions().get(i);
    for (int u = 0; u < insn.uses().size(); u++) {
      Web web = webs.use(i, u);
      if (isWanted(insn.uses().get(u), web) || u == insn.copyOf() && web.isReadInRegister() && isWantedCopy(i)) {
        web.wanted(Position.of(i, Position.READ), loops.weight(b), false);
        if (webs.keeps(i, u)) {
          web.keep();
        }
      }
    }
    for (int d = 0; d < insn.defs().size(); d++) {
      Web web = webs.def(i, d);
      web.defined(loops.weight(b));
      if (!web.isInMemory() && !web.isConstant()) {
        web.wanted(Position.of(i, Position.WRITE), loops.weight(b), false);
      }
    }
  }

  /** Whether a use is best served by the web itself being in a register. */
  private static boolean isWanted(Use use, Web web) {
    if (use.policy() == null || !use.policy().inRegister() || use.known().isPresent() || web.isConstant()) {
      return false;
    }
    return switch (web.representation()) {
      case BOXED -> true;
      case INT32 -> use.policy() == UsePolicy.INT32 || use.policy() == UsePolicy.DOUBLE;
      case DOUBLE -> use.policy() == UsePolicy.DOUBLE;
    };
  }

  /** What a loop reads will be read again when it goes on from its end. */
  private void loopEnds(int b) {
    for (Loops.Loop loop : loops.endingWith(b)) {
      BitSet liveIn = problem.blocks().get(loop.head()).liveIn();
      for (int r = liveIn.nextSetBit(0); r >= 0; r = liveIn.nextSetBit(r + 1)) {
        Web web = webs.liveIn(loop.head(), r);
        int first = web.wishFrom(Position.of(loop.from(), Position.READ));
        int end = Position.of(loop.end() - 1, Position.READ);
        if (first < web.wishes() && web.wish(first) < end) {
          web.wanted(end, web.weight(first), true);
        }
      }
    }
  }

  // Registers for the time of an instruction

  private void registers(int i) {
    Instruction insn = problem.instructions().get(i);
    boolean keeps = webs.keepsOperands(i);
    int read = Position.of(i, Position.READ);
    int readEnd = insn.calls() ? Position.of(i, Position.CLOBBER) : Position.of(i, keeps ? Position.DONE
        : Position.WRITE);
    int tempEnd = insn.calls() ? readEnd : Position.of(i, Position.DONE);
    int uses = insn.uses().size();
    int defs = insn.defs().size();
    OfInstruction of = new OfInstruction(new Piece[uses], new Piece[uses], new Piece[defs], new Piece[defs],
        new Piece[insn.gpTemps()], new Piece[insn.fpTemps()]);
    boolean unboxes = false;
    for (int u = 0; u < uses; u++) {
      use(insn.uses().get(u), webs.use(i, u), of, u, read, readEnd);
      unboxes |= insn.uses().get(u).policy() == UsePolicy.DOUBLE;
    }
    for (int t = 0; t < of.gpTemps.length; t++) {
      // Unboxing may be a transfer, in the midst of the lowering.
      of.gpTemps[t] = add(false, !unboxes, read, tempEnd);
    }
    for (int t = 0; t < of.fpTemps.length; t++) {
      of.fpTemps[t] = add(true, false, read, tempEnd);
    }
    for (int d = 0; d < defs; d++) {
      def(insn, d, webs.def(i, d), of, i);
    }
    needs[i] = of;
  }

  private Piece add(boolean floating, boolean reservedAllowed, int from, int to) {
    Piece piece = Piece.temp(floating, reservedAllowed, from, to);
    temps.add(piece);
    return piece;
  }

  private void use(Use use, Web web, OfInstruction of, int u, int read, int end) {
    if (use.policy() == null || !use.policy().inRegister() || isWanted(use, web)) {
      if (use.policy() == UsePolicy.DOUBLE && !web.isFloating()) {
        of.useFp[u] = add(true, false, read, end);
      }
      return;
    }
    if (use.policy() == UsePolicy.DOUBLE) {
      of.useFp[u] = add(true, false, read, end);
    } else {
      of.useGp[u] = add(false, false, read, end);
    }
  }

  private void def(Instruction insn, int d, Web web, OfInstruction of, int i) {
    Def def = insn.defs().get(d);
    int write = Position.of(i, Position.WRITE);
    int done = Position.of(i, Position.DONE);
    if (insn.constant().isPresent()) {
      return;
    }
    if (web.isConstant()) {
      throw new IllegalStateException(web + " is a constant, but defined by a computation");
    }
    if (insn.copyOf() >= 0) {
      if (web.isInMemory() || web.isFloating()) {
        of.defGp[d] = add(false, false, write, done);
      }
      return;
    }
    // Beside the operands, when they must stay intact and the web's own register is one of theirs.
    boolean beside = def.representation() != Representation.BOXED && webs.keepsOperands(i)
        && webs.readsOwnResult(i, d);
    int from = beside ? Position.of(i, Position.READ) : write;
    if (def.representation() == Representation.DOUBLE) {
      if (!web.isFloating() || web.isInMemory() || beside) {
        of.defFp[d] = add(true, false, from, done);
      }
      if (web.isInMemory()) {
        of.defGp[d] = add(false, false, from, done);
      }
    } else if (web.isInMemory() || web.isFloating() || beside) {
      of.defGp[d] = add(false, false, from, done);
    }
  }
}
