package dev.joist.spi.value;

import dev.joist.masm.Fp;
import dev.joist.masm.Gp;
import dev.joist.masm.Label;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.Mem;
import dev.joist.masm.MutFp;
import dev.joist.masm.MutGp;
import dev.joist.masm.Width;

/** The emitted half of a {@link ValueRepresentation}: instruction sequences on the portable macro assembler. */
public interface ValueEmitter {
  void branchIfNotInt32(MacroAssembler masm, Gp value, Label target);

  void branchIfInt32(MacroAssembler masm, Gp value, Label target);

  void branchUnlessBothInt32(MacroAssembler masm, Gp a, Gp b, Label target);

  /** Whether the low 32 bits of an int32's Value are the int32, so that 32-bit operations need no unboxing. */
  boolean int32IsLowHalf();

  /** dst = the int32 (zero-extended) of a value known to be one. */
  void unboxInt32(MacroAssembler masm, MutGp dst, Gp value);

  /** dst = the Value of an int32, zero-extended as all 32-bit operations leave it. */
  void boxInt32(MacroAssembler masm, MutGp dst, Gp src);

  /**
   * dst = the double of a value; branches when it is no double (an int32 neither).
   *
   * @param temp for the representation's use; may be the value's own register when the value is not needed after a
   *     success (where the branch goes it is still there)
   */
  void unboxDouble(MacroAssembler masm, MutFp dst, Gp value, MutGp temp, Label notDouble);

  /** dst = the double of a value known to be one. For temp see {@link #unboxDouble}. */
  void unboxKnownDouble(MacroAssembler masm, MutFp dst, Gp value, MutGp temp);

  /** Branches when the value is no double (an int32 neither). */
  void branchIfNotDouble(MacroAssembler masm, Gp value, Label target);

  /** dst = the number of a value, int32 converted; branches when it is none. For temp see {@link #unboxDouble}. */
  void unboxNumber(MacroAssembler masm, MutFp dst, Gp value, MutGp temp, Label notNumber);

  /**
   * dst = the double of a value in memory; branches when it is none, and perhaps when it is NaN.
   *
   * @param dst lost also where it is no double
   * @param temp for the representation's use; may be the field's base when that is not needed any more
   */
  default void loadDouble(MacroAssembler masm, MutFp dst, Mem field, MutGp temp, Label notDouble) {
    masm.load(Width.BITS64, temp, field);
    unboxDouble(masm, dst, temp, temp, notDouble);
  }

  /** Whether {@link #storeDouble} is there: not where a double takes more than to be stored in another form. */
  default boolean storesDoubles(MacroAssembler masm) {
    return false;
  }

  /**
   * Stores the Value of a double.
   *
   * @param temp lost
   */
  default void storeDouble(MacroAssembler masm, Fp src, Mem field, MutFp temp) {
    throw new UnsupportedOperationException("doubles are boxed before they are stored");
  }

  /** Whether {@link #boxDouble} takes a heap cell. */
  boolean doublesAreCells();

  /**
   * dst = a Value for the double.
   *
   * @param dst lost also where there is no room, as is the temp
   * @param allocation the allocation cursors' register
   * @param temp for the representation's use; none of the others
   * @param noRoom where to go when a heap cell is needed and there is no room in the current free run
   */
  void boxDouble(MacroAssembler masm, MutGp dst, Fp src, Gp allocation, MutGp temp, Label noRoom);

  void branchIfNotCell(MacroAssembler masm, Gp value, Label target);

  void branchIfCell(MacroAssembler masm, Gp value, Label target);

  /** dst = the address of a value known to be a cell. May be the same register, and then cost nothing. */
  void cellAddress(MacroAssembler masm, MutGp dst, Gp value);

  /** dst = the Value of a cell's address. */
  void boxCell(MacroAssembler masm, MutGp dst, Gp address);

  /** What to add to a displacement to address fields of a cell by its Value directly, without {@link #cellAddress}. */
  int cellBias();

  /** dst = true or false, for 1 or 0. */
  void boxBoolean(MacroAssembler masm, MutGp dst, Gp bit);

  /**
   * Branches by the truthiness of booleans, undefined and null.
   *
   * @param ifTrue null to fall through
   * @param ifFalse null to fall through; one of the two is null
   * @param other where every other value goes
   */
  void branchTruthy(MacroAssembler masm, Gp value, Label ifTrue, Label ifFalse, Label other);

  /** Branches when the value is null or undefined. */
  void branchIfNullish(MacroAssembler masm, Gp value, Label target);

  /** Branches when the value is neither null nor undefined. */
  void branchIfNotNullish(MacroAssembler masm, Gp value, Label target);
}
