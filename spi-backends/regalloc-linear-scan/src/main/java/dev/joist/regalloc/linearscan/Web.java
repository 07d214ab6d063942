package dev.joist.regalloc.linearscan;

import dev.joist.spi.regalloc.Location;
import dev.joist.spi.regalloc.Location.InFp;
import dev.joist.spi.regalloc.Location.InGp;
import dev.joist.spi.regalloc.Location.Known;
import dev.joist.spi.regalloc.Location.Slot;
import dev.joist.spi.regalloc.Location.Spilled;
import dev.joist.spi.regalloc.Representation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** All values of a bytecode register that reach a common use: what is given a place. */
final class Web {
  private static final int MOST_SHIFT = 20;

  private final int register;
  private final List<Piece> pieces = new ArrayList<>(2);
  private int from = Integer.MAX_VALUE;
  private int to = -1;
  private int[] uses = new int[4];
  private long[] weights = new long[4];
  private final BitSet hints = new BitSet();
  private final BitSet kept = new BitSet();
  private int useCount;
  private boolean read;
  private Representation representation = Representation.BOXED;
  private Known constant;
  private boolean inMemory;
  private boolean storedWhenDefined;
  private int spillOffset = -1;
  private long definitions;
  private long stores;

  Web(int register) {
    this.register = register;
  }

  int register() {
    return register;
  }

  // Where it lives

  /** It is needed at a position. */
  void extend(int position) {
    from = Math.min(from, position);
    to = Math.max(to, position + 1);
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  // What for

  /**
   * It is wanted in a machine register at a position; positions ascend.
   *
   * @param hint whether nothing there reads it, but it had better be there
   */
  void wanted(int position, long weight, boolean hint) {
    if (useCount > 0 && uses[useCount - 1] == position) {
      hints.set(useCount - 1, hint && hints.get(useCount - 1));
      return;
    }
    hints.set(useCount, hint);
    if (useCount == uses.length) {
      uses = Arrays.copyOf(uses, 2 * useCount);
      weights = Arrays.copyOf(weights, 2 * useCount);
    }
    uses[useCount] = position;
    weights[useCount++] = weight;
  }

  /** What was last wanted stays wanted until its instruction is done. */
  void keep() {
    kept.set(useCount - 1);
  }

  /** Whether the instruction that reads it at a position needs it until it is done. */
  boolean isKeptAt(int position) {
    return kept.get(wishFrom(position));
  }

  /** Some instruction reads it in a register. */
  void readInRegister() {
    read = true;
  }

  boolean isReadInRegister() {
    return read;
  }

  /** The index of the first wish at or behind a position; {@link #wishes} when there is none. */
  int wishFrom(int position) {
    int index = Arrays.binarySearch(uses, 0, useCount, position);
    return index >= 0 ? index : -index - 1;
  }

  int wishes() {
    return useCount;
  }

  int wish(int index) {
    return uses[index];
  }

  long weight(int index) {
    return weights[index];
  }

  boolean isHint(int index) {
    return hints.get(index);
  }

  /** Whether an instruction reads or writes it in a register at a position. */
  boolean isNeededAt(int position) {
    int index = wishFrom(position);
    return index < useCount && uses[index] == position && !hints.get(index);
  }

  // What it is

  Representation representation() {
    return representation;
  }

  void represent(Representation chosen) {
    representation = chosen;
  }

  boolean isFloating() {
    return representation == Representation.DOUBLE;
  }

  boolean isUnboxed() {
    return representation != Representation.BOXED;
  }

  /** It is nothing but this Value, and kept nowhere. */
  void become(Known value) {
    constant = value;
  }

  boolean isConstant() {
    return constant != null;
  }

  /** Nobody wants it in a register. */
  void keepInMemory() {
    inMemory = true;
  }

  boolean isInMemory() {
    return inMemory;
  }

  // Its places

  List<Piece> pieces() {
    return pieces;
  }

  /** Ends a piece at a position; answers the new one that goes on there. */
  Piece split(Piece piece, int position) {
    Piece tail = Piece.of(this, position, piece.to());
    piece.endAt(position);
    pieces.add(pieces.lastIndexOf(piece) + 1, tail);
    return tail;
  }

  /** Where it is when it is in no machine register. */
  Location home() {
    return isConstant() ? constant : isUnboxed() ? new Spilled(spillOffset, representation) : Slot.INSTANCE;
  }

  boolean needsSpillSlot() {
    if (isConstant() || !isUnboxed()) {
      return false;
    }
    for (Piece piece : pieces) {
      if (!piece.inRegister()) {
        return true;
      }
    }
    return false;
  }

  void spillTo(int offset) {
    spillOffset = offset;
  }

  boolean hasSpillSlot() {
    return spillOffset >= 0;
  }

  Piece pieceAt(int position) {
    int low = 0;
    int high = pieces.size() - 1;
    while (low < high) {
      int middle = low + high + 1 >>> 1;
      if (pieces.get(middle).from() <= position) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return pieces.get(low);
  }

  Location locationAt(int position) {
    if (isConstant() || pieces.isEmpty()) {
      return home();
    }
    Piece piece = pieceAt(position);
    if (!piece.inRegister()) {
      return home();
    }
    return isFloating() ? new InFp(piece.fp()) : new InGp(piece.gp(), representation);
  }

  // Whether it is stored when it is defined, or when it leaves its register

  void defined(long weight) {
    definitions += weight;
  }

  void storedAt(long weight) {
    stores = Math.min(stores + weight, 1L << 2 * MOST_SHIFT);
  }

  void decideStores() {
    storedWhenDefined = definitions > 0 && stores > definitions;
  }

  boolean isStoredWhenDefined() {
    return storedWhenDefined;
  }

  @Override
  public String toString() {
    return "r" + register + " [" + from + "," + to + ") " + representation;
  }
}
