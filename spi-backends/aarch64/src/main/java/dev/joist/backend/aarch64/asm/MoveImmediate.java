package dev.joist.backend.aarch64.asm;

/** Finds the shortest sequence of instructions that puts a constant into a register. */
public final class MoveImmediate {
  /** The ways to replace a piece, see {@link #filled}. */
  private static final int FILLS = 5;

  private MoveImmediate() {}

  /** Takes the instructions, in order. */
  @FunctionalInterface
  public interface Sink {
    /** Takes one instruction. */
    void emit(int word);
  }

  /**
   * Emits the fewest of movz, movn, movk and orr that make {@code d} equal to the value, all 64 bits. For W the
   * upper half of the value is ignored, and that of the register becomes zero.
   */
  public static void emit(Size size, Reg d, long value, Sink sink) {
    if (size == Size.W || value >>> 32 == 0) {
      emitShort((int) value, d, sink);
    } else {
      emitLong(value, d, sink);
    }
  }

  /** The number of instructions that {@link #emit} needs. */
  public static int length(Size size, long value) {
    int[] count = {0};
    emit(size, Reg.R0, value, _ -> count[0]++);
    return count[0];
  }

  /** A value whose upper half is zero: one or two instructions on W. */
  private static void emitShort(int value, Reg d, Sink sink) {
    int low = value & 0xffff;
    int high = value >>> 16;
    if (high == 0) {
      sink.emit(Moves.movz(Size.W, d, low, 0));
    } else if (low == 0) {
      sink.emit(Moves.movz(Size.W, d, high, 16));
    } else if (high == 0xffff) {
      sink.emit(Moves.movn(Size.W, d, ~low & 0xffff, 0));
    } else if (low == 0xffff) {
      sink.emit(Moves.movn(Size.W, d, ~high & 0xffff, 16));
    } else if (BitmaskImmediate.isEncodable(Size.W, value)) {
      sink.emit(Logic.orr(Size.W, d, Reg.ZR, value & 0xffff_ffffL));
    } else {
      sink.emit(Moves.movz(Size.W, d, low, 0));
      sink.emit(Moves.movk(Size.W, d, high, 16));
    }
  }

  private static void emitLong(long value, Reg d, Sink sink) {
    int byZeros = 4 - count(value, 0);
    int byOnes = 4 - count(value, 0xffff);
    if (byZeros > 1 && byOnes > 1 && BitmaskImmediate.isEncodable(Size.X, value)) {
      sink.emit(Logic.orr(Size.X, d, Reg.ZR, value));
    } else if (byZeros > 2 && byOnes > 2 && emitMaskAndPiece(value, d, sink)) {
      return;
    } else if (byOnes < byZeros) {
      emitPieces(value, d, 0xffff, sink);
    } else {
      emitPieces(value, d, 0, sink);
    }
  }

  /** The first piece that is not the background by movz or movn, each further one by movk. */
  private static void emitPieces(long value, Reg d, int background, Sink sink) {
    boolean first = true;
    for (int shift = 0; shift < 64; shift += 16) {
      int piece = piece(value, shift);
      if (piece == background) {
        continue;
      }
      if (!first) {
        sink.emit(Moves.movk(Size.X, d, piece, shift));
      } else if (background == 0) {
        sink.emit(Moves.movz(Size.X, d, piece, shift));
      } else {
        sink.emit(Moves.movn(Size.X, d, ~piece & 0xffff, shift));
      }
      first = false;
    }
    if (first) {
      sink.emit(background == 0 ? Moves.movz(Size.X, d, 0, 0) : Moves.movn(Size.X, d, 0, 0));
    }
  }

  /** A bitmask immediate that differs from the value in one piece, or in two: orr and one movk, or two. */
  private static boolean emitMaskAndPiece(long value, Reg d, Sink sink) {
    for (int shift = 0; shift < 64; shift += 16) {
      long mask = maskBut(value, shift);
      if (mask != 0) {
        sink.emit(Logic.orr(Size.X, d, Reg.ZR, mask));
        sink.emit(Moves.movk(Size.X, d, piece(value, shift), shift));
        return true;
      }
    }
    if (Math.max(count(value, 0), count(value, 0xffff)) > 0) {
      return false;
    }
    for (int shift = 0; shift < 64; shift += 16) {
      for (int fill = 0; fill < FILLS; fill++) {
        long filled = filled(value, shift, fill);
        for (int other = shift + 16; other < 64; other += 16) {
          long mask = maskBut(filled, other);
          if (mask != 0) {
            sink.emit(Logic.orr(Size.X, d, Reg.ZR, mask));
            sink.emit(Moves.movk(Size.X, d, piece(value, shift), shift));
            sink.emit(Moves.movk(Size.X, d, piece(value, other), other));
            return true;
          }
        }
      }
    }
    return false;
  }

  /** A bitmask immediate equal to the value but for the piece at {@code shift}, or 0. */
  private static long maskBut(long value, int shift) {
    for (int fill = 0; fill < FILLS; fill++) {
      long candidate = filled(value, shift, fill);
      if (BitmaskImmediate.isEncodable(Size.X, candidate)) {
        return candidate;
      }
    }
    return 0;
  }

  /**
   * The value with the piece at {@code shift} replaced in one of the ways that can make a bitmask immediate: by zeros,
   * by ones, or by another piece, since all masks of short elements repeat.
   */
  private static long filled(long value, int shift, int fill) {
    long hole = 0xffffL << shift;
    return switch (fill) {
      case 0 -> value & ~hole;
      case 1 -> value | hole;
      default -> value & ~hole | Long.rotateLeft(value, (fill - 1) * 16) & hole;
    };
  }

  private static int count(long value, int background) {
    int count = 0;
    for (int shift = 0; shift < 64; shift += 16) {
      if (piece(value, shift) == background) {
        count++;
      }
    }
    return count;
  }

  private static int piece(long value, int shift) {
    return (int) (value >>> shift) & 0xffff;
  }
}
