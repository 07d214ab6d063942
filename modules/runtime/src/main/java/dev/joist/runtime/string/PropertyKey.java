package dev.joist.runtime.string;

import dev.joist.spi.layout.CellKind;
import dev.joist.spi.layout.Layout;
import dev.joist.runtime.memory.Memory;
import dev.joist.spi.value.Values;

/**
 * Property keys as words. An array index (0 to 2^32-2) is an int32 Value, read as unsigned; any other string is the one interned string
 * with its characters ({@link Strings#key}); a symbol or private name is itself. So keys are equal when their words are.
 */
public final class PropertyKey {
  /** The largest array index. */
  public static final long LARGEST_INDEX = 0xFFFF_FFFEL;

  private PropertyKey() {}

  public static boolean isIndex(long key) {
    return Values.isInt32(key);
  }

  /** The array index that a key is, 0 to {@link #LARGEST_INDEX}. */
  public static long index(long key) {
    return Integer.toUnsignedLong(Values.asInt32(key));
  }

  /** The key of an array index. */
  public static long ofIndex(long index) {
    return Values.int32((int) index);
  }

  public static boolean isSymbol(long key) {
    return Values.isCell(key) && Memory.getByte(Values.address(key) + Layout.CELL_KIND) == CellKind.SYMBOL;
  }

  /** True for the keys that no program can name: private names. */
  public static boolean isPrivate(long key) {
    return isSymbol(key) && (Memory.getChar(Values.address(key) + Layout.CELL_FLAGS) & Symbols.FLAG_PRIVATE) != 0;
  }

  /** A well-spread hash; equal keys have equal hashes. */
  public static int hash(long key) {
    long mixed = key * 0x9E37_79B9_7F4A_7C15L;
    return (int) (mixed >>> 32);
  }
}
