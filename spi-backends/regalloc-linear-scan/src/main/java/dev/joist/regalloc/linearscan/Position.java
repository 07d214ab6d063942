package dev.joist.regalloc.linearscan;

/** Points of the code as numbers, four to an instruction. */
final class Position {
  /** Operands are read and temps begin. */
  static final int READ = 0;
  /** Calls clobber registers. */
  static final int CLOBBER = 1;
  /** Results are written. */
  static final int WRITE = 2;
  /** The instruction is done. */
  static final int DONE = 3;

  private static final int SHIFT = 2;

  private Position() {}

  static int of(int instruction, int phase) {
    return (instruction << SHIFT) + phase;
  }

  static int instruction(int position) {
    return position >> SHIFT;
  }

  static int phase(int position) {
    return position & (1 << SHIFT) - 1;
  }
}
