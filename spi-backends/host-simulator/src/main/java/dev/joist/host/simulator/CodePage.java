package dev.joist.host.simulator;

import java.util.Arrays;

/**
 * 64 KiB of address space in decoded form. An instruction is one int and one long, as {@link Op} says; instructions
 * that are not installed, not yet decoded or stale are operations too, so that executing pays nothing for them.
 */
final class CodePage {
  static final int BYTES = 1 << 16;
  static final int INSTRUCTIONS = BYTES / 4;
  static final int LINE_BYTES = 64;
  private static final int LINE_INSTRUCTIONS = LINE_BYTES / 4;

  /** How far the maintenance of a line has come. */
  enum Line {
    MAINTAINED,
    WRITTEN,
    /** {@code dc cvau} was executed. */
    CLEANED,
    /** … and then {@code dsb}. */
    CLEANED_COMPLETE,
    /** … and then {@code ic ivau}. */
    INVALIDATED,
    /** … and then {@code dsb}; {@code isb} makes it maintained. */
    INVALIDATED_COMPLETE
  }

  final long base;
  final int[] code = new int[INSTRUCTIONS + 1];
  final long[] imm = new long[INSTRUCTIONS + 1];
  private final Line[] lines = new Line[BYTES / LINE_BYTES];

  CodePage(long base) {
    this.base = base;
    code[INSTRUCTIONS] = Op.pack(Op.NEXT_PAGE, 0, 0, 0);
    Arrays.fill(lines, Line.MAINTAINED);
  }

  static long baseOf(long address) {
    return address & -BYTES;
  }

  int indexOf(long address) {
    return (int) (address - base) >> 2;
  }

  boolean isInstalled(int index) {
    return code[index] != Op.OUTSIDE;
  }

  void install(int index) {
    code[index] = Op.pack(lineOf(index) == Line.MAINTAINED ? Op.UNDECODED : Op.STALE, 0, 0, 0);
  }

  void remove(int index) {
    code[index] = Op.OUTSIDE;
  }

  Line lineOf(int index) {
    return lines[index / LINE_INSTRUCTIONS];
  }

  /** Moves the line that holds the instruction on, and makes its installed instructions stale or decodable. */
  void setLine(int index, Line state) {
    int line = index / LINE_INSTRUCTIONS;
    lines[line] = state;
    int op = Op.pack(state == Line.MAINTAINED ? Op.UNDECODED : Op.STALE, 0, 0, 0);
    for (int i = line * LINE_INSTRUCTIONS; i < (line + 1) * LINE_INSTRUCTIONS; i++) {
      if (code[i] != Op.OUTSIDE) {
        code[i] = op;
      }
    }
  }

  /** Forgets what was decoded, as a change of tracing needs. */
  void forgetDecoded() {
    for (int i = 0; i < INSTRUCTIONS; i++) {
      if (code[i] != Op.OUTSIDE && code[i] >>> Op.SHIFT != Op.STALE) {
        code[i] = Op.pack(Op.UNDECODED, 0, 0, 0);
      }
    }
  }
}
