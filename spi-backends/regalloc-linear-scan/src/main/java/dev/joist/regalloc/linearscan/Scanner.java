package dev.joist.regalloc.linearscan;

import dev.joist.spi.codegen.RegisterFile;
import dev.joist.spi.regalloc.AllocationException;
import dev.joist.spi.regalloc.AllocationProblem;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * Walks over the pieces in the order of the code and gives each a register, or splits it where there is none. A web that
 * loses its register is in memory until it is next wanted in one.
 */
final class Scanner {
  private final AllocationProblem problem;
  private final Webs webs;
  private final Loops loops;
  private final Calls calls;
  private final Machine gp;
  private final Machine fp;
  private final int[] blockOf;
  private final PriorityQueue<Piece> unhandled =
      new PriorityQueue<>(Comparator.comparingInt(Piece::from).thenComparing(Piece::isTemp));
  private long splits;

  Scanner(AllocationProblem problem, Webs webs, Loops loops, Calls calls, RegisterFile file) {
    this.problem = problem;
    this.webs = webs;
    this.loops = loops;
    this.calls = calls;
    gp = Machine.ofGp(file);
    fp = Machine.ofFp(file);
    blockOf = new int[problem.instructions().size()];
    for (int b = 0; b < problem.blocks().size(); b++) {
      for (int i = problem.blocks().get(b).first(); i < problem.blocks().get(b).end(); i++) {
        blockOf[i] = b;
      }
    }
  }

  /** How often a web has lost its register. */
  long splits() {
    return splits;
  }

  void scan(Needs needs) throws AllocationException {
    for (Web web : webs.all()) {
      if (!web.isConstant() && web.to() >= 0) {
        Piece whole = Piece.of(web, web.from(), web.to());
        web.pieces().add(whole);
        if (!web.isInMemory()) {
          unhandled.add(whole);
        }
      }
    }
    unhandled.addAll(needs.temps());
    while (!unhandled.isEmpty()) {
      Piece piece = unhandled.remove();
      if (!piece.isTemp() && isAtHome(piece)) {
        keepAtHome(piece, piece.from());
      } else {
        place(piece);
      }
    }
  }

  /** A web that begins without being defined, or goes on where nothing wants it, begins in memory. */
  private boolean isAtHome(Piece piece) {
    Web web = piece.web();
    return web.pieces().getFirst() == piece && !web.isNeededAt(piece.from());
  }

  private Machine machine(Piece piece) {
    return piece.isFloating() ? fp : gp;
  }

  // A free register

  private void place(Piece piece) throws AllocationException {
    Machine machine = machine(piece);
    int from = piece.from();
    int best = -1;
    int bestFree = from;
    boolean saved = piece.to() > calls.nextExit(from) || !piece.isTemp() && piece.to() - from > Position.of(4, 0);
    int hint = hint(piece);
    for (int register = 0; register < machine.size(); register++) {
      if (!machine.isEligible(register, piece) || machine.at(register, from) != null) {
        continue;
      }
      int free = Math.min(piece.to(), freeUntil(machine, register, piece));
      if (free > bestFree || free == bestFree && best >= 0
          && isBetter(machine, register, best, hint, saved, piece.isReservedAllowed())) {
        best = register;
        bestFree = free;
      }
    }
    if (best < 0) {
      placeByForce(piece, machine);
      return;
    }
    machine.put(piece, best);
    if (bestFree < piece.to()) {
      splitHome(piece, bestFree, bestFree);
    }
  }

  private static boolean isBetter(Machine machine, int register, int best, int hint, boolean saved, boolean last) {
    if (register == hint || best == hint) {
      return register == hint;
    }
    if (machine.survivesSlowPaths(register) != machine.survivesSlowPaths(best)) {
      return machine.survivesSlowPaths(register) == saved;
    }
    // What nobody else may have first.
    return last && register > best && !machine.survivesSlowPaths(register);
  }

  /** The register it was in before, or that of what it is copied from. */
  private int hint(Piece piece) {
    if (piece.isTemp()) {
      return -1;
    }
    for (int p = piece.web().pieces().size() - 1; p >= 0; p--) {
      if (piece.web().pieces().get(p).inRegister()) {
        return piece.web().pieces().get(p).index();
      }
    }
    return -1;
  }

  /** Until where a register that is free now keeps what is put into it. */
  private int freeUntil(Machine machine, int register, Piece piece) {
    int from = piece.from();
    int call = calls.nextCall(from, Position.CLOBBER);
    if (machine.hasPartInCalls(register)) {
      int read = calls.nextCall(from, Position.READ);
      if (read <= from) {
        return from;
      }
      call = Math.min(call, read);
    }
    if (machine.isResult(register) && calls.nextExit(from) <= piece.to() && !piece.isTemp()) {
      return from;
    }
    return call;
  }

  // No free register

  private void placeByForce(Piece piece, Machine machine) throws AllocationException {
    int at = piece.from();
    boolean needed = piece.isTemp() || piece.web().isNeededAt(at);
    int victim = -1;
    double worst = needed ? -1 : remoteness(piece, at);
    for (int register = 0; register < machine.size(); register++) {
      Piece other = machine.at(register, at);
      if (other == null || other.isTemp() || isPinned(other, at) || !machine.isEligible(register, piece)
          || freeUntil(machine, register, piece) <= at
          || piece.isTemp() && freeUntil(machine, register, piece) < piece.to()) {
        continue;
      }
      double remoteness = remoteness(other, at);
      if (remoteness > worst) {
        worst = remoteness;
        victim = register;
      }
    }
    if (victim >= 0) {
      int i = Position.instruction(at);
      // An operand that the result may be written over is restored by the lowering.
      boolean early = Position.phase(at) >= Position.WRITE && webs.writesEarly(i)
          && !machine.at(victim, at).web().isNeededAt(Position.of(i, Position.READ));
      evict(machine.at(victim, at), early ? Position.of(i, Position.READ) : at, at);
      machine.put(piece, victim);
      int free = freeUntil(machine, victim, piece);
      if (free < piece.to()) {
        splitHome(piece, free, free);
      }
    } else if (needed) {
      int i = Position.instruction(at);
      throw new AllocationException("the instruction at offset " + problem.instructions().get(i).offset()
          + " needs more registers than there are");
    } else {
      keepAtHome(piece, at);
    }
  }

  /** Whether the instruction at the position still needs it where it is. */
  private boolean isPinned(Piece piece, int at) {
    int i = Position.instruction(at);
    int read = Position.of(i, Position.READ);
    if (Position.phase(at) >= Position.WRITE && webs.writesEarly(i)
        && (piece.from() >= read || webs.keeps(i, piece.web()))) {
      return true;
    }
    boolean writes = Position.phase(at) >= Position.WRITE;
    if (piece.from() == at || writes && piece.web().isNeededAt(read + Position.WRITE)) {
      return true;
    }
    return piece.web().isNeededAt(read) && (!writes || piece.web().isKeptAt(read));
  }

  /** How long it takes until it is wanted again, less for what is wanted often. */
  private double remoteness(Piece piece, int at) {
    int wish = piece.web().wishFrom(at);
    if (wish == piece.web().wishes()) {
      return Double.MAX_VALUE;
    }
    return (piece.web().wish(wish) - at + 1) / (double) piece.web().weight(wish);
  }

  /** Takes its register away: at the latest at a position, but before a loop in which nobody has wanted it so far. */
  private void evict(Piece piece, int at, int notBefore) {
    splits++;
    int lastWish = piece.web().wishFrom(at) - 1;
    int last = lastWish < 0 ? piece.from() : Math.max(piece.from(), piece.web().wish(lastWish));
    int split = at;
    Loops.Loop loop = loops.outermostWithout(blockOf[Position.instruction(at)], Position.instruction(last));
    if (loop != null) {
      int head = Position.of(loop.from(), Position.READ);
      if (head > last + Position.DONE && head > piece.from()) {
        split = head;
      }
    }
    splitHome(piece, split, notBefore);
  }

  // Memory

  /** @param notBefore where the scan is now */
  private void splitHome(Piece piece, int split, int notBefore) {
    Web web = piece.web();
    Piece tail = web.split(piece, split);
    web.storedAt(weight(split - 1));
    keepAtHome(tail, notBefore);
  }

  private long weight(int position) {
    return loops.weight(blockOf[Math.min(Position.instruction(position), blockOf.length - 1)]);
  }

  /** It stays in memory until it is wanted. */
  private void keepAtHome(Piece piece, int notBefore) {
    Web web = piece.web();
    int wish = web.wishFrom(notBefore);
    while (wish < web.wishes() && (web.wish(wish) == piece.from() && web.isHint(wish) || isVainHint(web, wish))) {
      wish++;
    }
    if (wish == web.wishes()) {
      return;
    }
    int split = reload(piece, web.wish(wish), notBefore);
    if (split >= piece.to()) {
      return;
    }
    unhandled.add(web.split(piece, split));
  }

  /** At a loop's end it should be in a register only if it is in one at the loop's head. */
  private boolean isVainHint(Web web, int wish) {
    if (!web.isHint(wish)) {
      return false;
    }
    for (Loops.Loop loop : loops.endingWith(blockOf[Position.instruction(web.wish(wish))])) {
      int head = Position.of(loop.from(), Position.READ);
      if (web.from() <= head && web.pieceAt(head).inRegister()) {
        return false;
      }
    }
    return true;
  }

  /** Where to load it: when it is wanted, or before the loop in which it is, if it can stay there. */
  private int reload(Piece piece, int wish, int notBefore) {
    Loops.Loop loop = loops.outermostWithout(blockOf[Position.instruction(wish)], Position.instruction(piece.from()));
    while (loop != null) {
      int head = Position.of(loop.from(), Position.READ);
      int end = Position.of(loop.end(), Position.READ);
      if (head > piece.from() && head >= notBefore && calls.nextCall(head, Position.CLOBBER) >= end) {
        return head;
      }
      Loops.Loop inner = loops.innermost(blockOf[Position.instruction(wish)]);
      while (inner != null && inner.parent() != loop) {
        inner = inner.parent();
      }
      loop = inner;
    }
    return wish;
  }
}
