package dev.joist.values.tagged;

import dev.joist.spi.value.ValueEmitter;
import dev.joist.spi.value.ValueRepresentation;

/**
 * Tagged values: bits 48 to 63 of a word say what the others are, at most one of them being set, so that each question is one
 * test. Doubles lie in HEAP_NUMBER cells.
 *
 * <pre>
 * bits 63-48   the rest
 * 0            address of a cell (never 0)
 * 1            int32 in the low half, bits 32-47 zero
 * 2            address of a heap number
 * 4            undefined, null, true, false, hole
 * 8            48 opaque bits
 * </pre>
 */
public final class TaggedValues implements ValueRepresentation {
  static final int TAG_SHIFT = 48;

  static final int CELL_TAG = 0;
  static final int INT32_TAG = 1;
  static final int DOUBLE_TAG = 2;
  static final int IMMEDIATE_TAG = 4;
  static final int OPAQUE_TAG = 8;

  static final long INT32_BITS = (long) INT32_TAG << TAG_SHIFT;
  static final long DOUBLE_BITS = (long) DOUBLE_TAG << TAG_SHIFT;

  static final long FALSE = (long) IMMEDIATE_TAG << TAG_SHIFT;
  /** Differs from {@link #FALSE} in bit 0. */
  static final long TRUE = FALSE + 1;
  static final long UNDEFINED = FALSE + 2;
  /** Differs from {@link #UNDEFINED} in bit 0. */
  static final long NULL = FALSE + 3;
  static final long HOLE = FALSE + 4;

  static final long PAYLOAD_MASK = (1L << TAG_SHIFT) - 1;
  private static final ValueEmitter EMITTER = new TaggedEmitter();

  @Override
  public String name() {
    return "tagged";
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
    return DOUBLE_BITS | heap.allocate(Double.isNaN(value) ? Double.NaN : value);
  }

  @Override
  public boolean isDouble(long word) {
    return word >>> TAG_SHIFT == DOUBLE_TAG;
  }

  @Override
  public double unboxDouble(long word) {
    return HeapCells.number(word & PAYLOAD_MASK);
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
    return (word >>> TAG_SHIFT & ~DOUBLE_TAG) == 0;
  }

  @Override
  public long cellAddress(long word) {
    return word & PAYLOAD_MASK;
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
