package dev.joist.spi.value;

/**
 * How Values are encoded in 64-bit words: the half in Java. The emitted half is {@link #emitter()}. Law: both agree for all
 * words. The word 0 is never a Value. Stateless.
 */
public interface ValueRepresentation {
  /** The name it is chosen by. */
  String name();

  long undefined();

  long nullValue();

  long trueValue();

  long falseValue();

  long hole();

  long boxInt32(int value);

  boolean isInt32(long word);

  /** The int32 of a word for which {@link #isInt32} holds. */
  int unboxInt32(long word);

  /** A double as a Value; NaNs are made canonical, integral values are kept as doubles. */
  long boxDouble(double value, HeapNumbers heap);

  boolean isDouble(long word);

  /** The double of a word for which {@link #isDouble} holds. */
  double unboxDouble(long word);

  /** @param address of a cell, 8-byte aligned, not 0, below 2^48 */
  long boxCell(long address);

  /** True for cells that a program can see or the runtime keeps; false for heap numbers of this representation. */
  boolean isCell(long word);

  /** True for all words that the collector must follow, heap numbers included. */
  boolean isPointer(long word);

  /** The address in a word for which {@link #isPointer} holds. */
  long cellAddress(long word);

  /** 48 bits of engine data as a word that is no pointer and never 0. */
  long opaque(long payload);

  long opaquePayload(long word);

  ValueEmitter emitter();

  /** Where representations that keep doubles in cells get them from. */
  interface HeapNumbers {
    /** The address of a new HEAP_NUMBER cell with this value. */
    long allocate(double value);
  }
}
