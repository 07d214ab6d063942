package dev.joist.regalloc.linearscan;

import dev.joist.masm.MutFp;
import dev.joist.masm.MutGp;
import dev.joist.spi.codegen.RegisterFile;
import java.util.ArrayList;
import java.util.List;

/** The registers of one class that pieces compete for, and what is in them at the current position. */
final class Machine {
  /** Transfers use these, so nothing that outlives an instruction is there. */
  private static final int RESERVED = 2;

  private final List<MutGp> gp;
  private final List<MutFp> fp;
  private final int saved;
  private final int ordinary;
  private final int result;
  private final int argumentCount;
  private final Piece[] active;

  private Machine(List<MutGp> gp, List<MutFp> fp, int saved, int result, int argumentCount) {
    this.gp = gp;
    this.fp = fp;
    this.saved = saved;
    int size = gp == null ? fp.size() : gp.size();
    ordinary = size - RESERVED;
    this.result = result;
    this.argumentCount = argumentCount;
    active = new Piece[size];
  }

  static Machine ofGp(RegisterFile file) {
    List<MutGp> all = new ArrayList<>(file.savedGp());
    all.addAll(file.tempGp());
    return new Machine(all, null, file.savedGp().size(), all.indexOf(file.calls().result()),
        all.indexOf(file.calls().argumentCount()));
  }

  static Machine ofFp(RegisterFile file) {
    List<MutFp> all = new ArrayList<>(file.savedFp());
    all.addAll(file.tempFp());
    return new Machine(null, all, file.savedFp().size(), -1, -1);
  }

  int size() {
    return active.length;
  }

  /** Whether a piece may be there at all. */
  boolean isEligible(int register, Piece piece) {
    return register < ordinary || piece.isReservedAllowed();
  }

  boolean survivesSlowPaths(int register) {
    return register < saved;
  }

  boolean isResult(int register) {
    return register == result;
  }

  /** Whether calls have a use of their own for it. */
  boolean hasPartInCalls(int register) {
    return register == result || register == argumentCount;
  }

  /** What is in a register at a position, or null. */
  Piece at(int register, int position) {
    Piece piece = active[register];
    return piece != null && piece.to() > position ? piece : null;
  }

  void put(Piece piece, int register) {
    active[register] = piece;
    if (gp != null) {
      piece.assign(register, gp.get(register));
    } else {
      piece.assign(register, fp.get(register));
    }
  }
}
