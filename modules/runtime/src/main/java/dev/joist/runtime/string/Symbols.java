package dev.joist.runtime.string;

import dev.joist.runtime.heap.Heap;
import dev.joist.runtime.memory.Memory;
import dev.joist.spi.layout.CellKind;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.value.Values;

/** Symbols, and private names, which are symbols that no program gets hold of. A SYMBOL cell holds its description at +8. */
public final class Symbols {
  static final int FLAG_PRIVATE = 1;
  private static final int FLAG_REGISTERED = 2;

  private static final int DESCRIPTION = 8;
  private static final int BYTES = 16;

  private final Heap heap;

  public Symbols(Heap heap) {
    this.heap = heap;
  }

  /**
   * A new symbol.
   *
   * @param description a string's Value or undefined
   */
  public long newSymbol(long description) {
    return create(description, 0);
  }

  /**
   * A new private name.
   *
   * @param description its name with the leading #
   */
  public long newPrivateName(long description) {
    return create(description, FLAG_PRIVATE);
  }

  /** A new symbol for the registry that programs share symbols by: its description is its key there, so that it lives for ever. */
  public long newRegistered(long description) {
    return create(description, FLAG_REGISTERED);
  }

  private long create(long description, int flags) {
    long cell = heap.allocate(CellKind.SYMBOL, 0, BYTES);
    Memory.putChar(cell + Layout.CELL_FLAGS, flags);
    Memory.putLong(cell + DESCRIPTION, description);
    return Values.cell(cell);
  }

  /** A string's Value or undefined. */
  public static long description(long symbol) {
    return Memory.getLong(Values.address(symbol) + DESCRIPTION);
  }

  /** Whether a symbol was made by {@link #newRegistered}. */
  public static boolean isRegistered(long symbol) {
    return (Memory.getChar(Values.address(symbol) + Layout.CELL_FLAGS) & FLAG_REGISTERED) != 0;
  }
}
