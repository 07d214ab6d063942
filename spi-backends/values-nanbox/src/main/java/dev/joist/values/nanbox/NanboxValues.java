package dev.joist.values.nanbox;

import dev.joist.spi.value.ValueEmitter;
import dev.joist.spi.value.ValueRepresentation;

/**
 * NaN-boxed values: a double is its raw bits, complemented, which leaves all words with 14 leading zero bits free,
 * since NaNs are canonical.
 *
 * <pre>
 * bits 63-48   the rest
 * 0            address of a cell (never 0)
 * 1            undefined, null, true, false, hole
 * 2            48 opaque bits
 * 3            int32 in the low half, bits 32-47 zero
 * 4 and above  a double
 * </pre>
 */
public final class NanboxValues implements ValueRepresentation {
  /** A word is a double when it is not 0 after a logical shift right by this. */
  static final int DOUBLE_SHIFT = 50;

  /** The kind of any other word is what is left after a logical shift right by this. */
  static final int TAG_SHIFT = 48;

  static final int CELL_TAG = 0;
  static final int IMMEDIATE_TAG = 1;
  static final int OPAQUE_TAG = 2;
  static final int INT32_TAG = 3;

  static final long INT32_BITS = (long) INT32_TAG << TAG_SHIFT;

  static final long FALSE = 0x0001_0000_0000_0000L;
  /** Differs from {@link #FALSE} in bit 0. */
  static final long TRUE = 0x0001_0000_0000_0001L;
  static final long UNDEFINED = 0x0001_0000_0000_0002L;
  /** Differs from {@link #UNDEFINED} in bit 0. */
  static final long NULL = 0x0001_0000_0000_0003L;
  static final long HOLE = 0x0001_0000_0000_0004L;

  private static final long PAYLOAD_MASK = (1L << TAG_SHIFT) - 1;
  private static final ValueEmitter EMITTER = new NanboxEmitter();

  @Override
  public String name() {
    return "nanbox";
  }

  @Override
  public long undefined() {
    return UNDEFINED;
  }

  @Override
  public long nullValue() {
    return NULL;
  }

  @Override
  public long trueValue() {
    return TRUE;
  }

  @Override
  public long falseValue() {
    return FALSE;
  }

  @Override
  public long hole() {
    return HOLE;
  }

  @Override
  public long boxInt32(int value) {
    return INT32_BITS | Integer.toUnsignedLong(value);
  }

  @Override
  public boolean isInt32(long word) {
    return word >>> TAG_SHIFT == INT32_TAG;
  }

  @Override
  public int unboxInt32(long word) {
    return (int) word;
  }

  @Override
  public long boxDouble(double value, HeapNumbers heap) {
    return ~Double.doubleToLongBits(value);
  }

  @Override
  public boolean isDouble(long word) {
    return word >>> DOUBLE_SHIFT != 0;
  }

  @Override
  public double unboxDouble(long word) {
    return Double.longBitsToDouble(~word);
  }

  @Override
  public long boxCell(long address) {
    return address;
  }

  @Override
  public boolean isCell(long word) {
    return word >>> TAG_SHIFT == CELL_TAG;
  }

  @Override
  public boolean isPointer(long word) {
    return word >>> TAG_SHIFT == CELL_TAG;
  }

  @Override
  public long cellAddress(long word) {
    return word;
  }

  @Override
  public long opaque(long payload) {
    return (long) OPAQUE_TAG << TAG_SHIFT | payload & PAYLOAD_MASK;
  }

  @Override
  public long opaquePayload(long word) {
    return word & PAYLOAD_MASK;
  }

  @Override
  public ValueEmitter emitter() {
    return EMITTER;
  }
}
