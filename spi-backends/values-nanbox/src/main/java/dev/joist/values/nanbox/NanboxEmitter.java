package dev.joist.values.nanbox;

import dev.joist.masm.Cond;
import dev.joist.masm.Fp;
import dev.joist.masm.FpCond;
import dev.joist.masm.Gp;
import dev.joist.masm.Label;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.Mem;
import dev.joist.masm.MutFp;
import dev.joist.masm.MutGp;
import dev.joist.masm.Width;
import dev.joist.spi.value.ValueEmitter;

/** {@link NanboxValues} in machine code. */
final class NanboxEmitter implements ValueEmitter {
  private static final long CANONICAL_NAN = 0x7FF8_0000_0000_0000L;
  /** What tells TRUE from the other immediates in the low half. */
  private static final int TRUE_LOW = (int) NanboxValues.TRUE;

  @Override
  public void branchIfNotInt32(MacroAssembler masm, Gp value, Label target) {
    masm.branchTop(Cond.NOT_EQUAL, value, NanboxValues.TAG_SHIFT, NanboxValues.INT32_TAG, target);
  }

  @Override
  public void branchIfInt32(MacroAssembler masm, Gp value, Label target) {
    masm.branchTop(Cond.EQUAL, value, NanboxValues.TAG_SHIFT, NanboxValues.INT32_TAG, target);
  }

  @Override
  public void branchUnlessBothInt32(MacroAssembler masm, Gp a, Gp b, Label target) {
    masm.branchUnlessBothTops(a, b, NanboxValues.TAG_SHIFT, NanboxValues.INT32_TAG, target);
  }

  @Override
  public boolean int32IsLowHalf() {
    return true;
  }

  @Override
  public void unboxInt32(MacroAssembler masm, MutGp dst, Gp value) {
    masm.zeroExtend(Width.BITS32, dst, value);
  }

  @Override
  public void boxInt32(MacroAssembler masm, MutGp dst, Gp src) {
    masm.orImm(Width.BITS64, dst, src, NanboxValues.INT32_BITS);
  }

  @Override
  public void unboxDouble(MacroAssembler masm, MutFp dst, Gp value, MutGp temp, Label notDouble) {
    branchIfNotDouble(masm, value, notDouble);
    unboxKnownDouble(masm, dst, value, temp);
  }

  @Override
  public void branchIfNotDouble(MacroAssembler masm, Gp value, Label target) {
    masm.branchTop(Cond.EQUAL, value, NanboxValues.DOUBLE_SHIFT, 0, target);
  }

  @Override
  public void unboxNumber(MacroAssembler masm, MutFp dst, Gp value, MutGp temp, Label notNumber) {
    Label isDouble = masm.newLabel();
    Label done = masm.newLabel();
    masm.branchTop(Cond.NOT_EQUAL, value, NanboxValues.DOUBLE_SHIFT, 0, isDouble);
    branchIfNotInt32(masm, value, notNumber);
    masm.int32ToFp(dst, value);
    masm.jump(done);
    masm.bind(isDouble);
    unboxKnownDouble(masm, dst, value, temp);
    masm.bind(done);
  }

  @Override
  public void unboxKnownDouble(MacroAssembler masm, MutFp dst, Gp value, MutGp temp) {
    masm.not(Width.BITS64, temp, value);
    masm.bitsToFp(dst, temp);
  }

  /** The complement of what is no double is NaN, which is never loaded otherwise but as the one NaN that programs have. */
  @Override
  public void loadDouble(MacroAssembler masm, MutFp dst, Mem field, MutGp temp, Label notDouble) {
    masm.loadFp(dst, field);
    masm.complementFp(dst, dst);
    masm.branchFp(FpCond.NOT_GREATER_EQUAL, dst, dst, notDouble);
  }

  @Override
  public boolean storesDoubles(MacroAssembler masm) {
    return masm.arithmeticNaNIsCanonical();
  }

  @Override
  public void storeDouble(MacroAssembler masm, Fp src, Mem field, MutFp temp) {
    masm.complementFp(temp, src);
    masm.storeFp(temp, field);
  }

  @Override
  public boolean doublesAreCells() {
    return false;
  }

  @Override
  public void boxDouble(MacroAssembler masm, MutGp dst, Fp src, Gp allocation, MutGp temp, Label noRoom) {
    if (masm.arithmeticNaNIsCanonical()) {
      masm.fpToBits(dst, src);
    } else {
      Label number = masm.newLabel();
      masm.fpToBits(dst, src);
      masm.branchFp(FpCond.EQUAL, src, src, number);
      masm.moveImm(dst, CANONICAL_NAN);
      masm.bind(number);
    }
    masm.not(Width.BITS64, dst, dst);
  }

  @Override
  public void branchIfNotCell(MacroAssembler masm, Gp value, Label target) {
    masm.branchTop(Cond.NOT_EQUAL, value, NanboxValues.TAG_SHIFT, NanboxValues.CELL_TAG, target);
  }

  @Override
  public void branchIfCell(MacroAssembler masm, Gp value, Label target) {
    masm.branchTop(Cond.EQUAL, value, NanboxValues.TAG_SHIFT, NanboxValues.CELL_TAG, target);
  }

  @Override
  public void cellAddress(MacroAssembler masm, MutGp dst, Gp value) {
    if (!dst.equals(value)) {
      masm.move(dst, value);
    }
  }

  @Override
  public void boxCell(MacroAssembler masm, MutGp dst, Gp address) {
    if (!dst.equals(address)) {
      masm.move(dst, address);
    }
  }

  @Override
  public int cellBias() {
    return 0;
  }

  @Override
  public void boxBoolean(MacroAssembler masm, MutGp dst, Gp bit) {
    masm.orImm(Width.BITS64, dst, bit, NanboxValues.FALSE);
  }

  @Override
  public void branchTruthy(MacroAssembler masm, Gp value, Label ifTrue, Label ifFalse, Label other) {
    masm.branchTop(Cond.NOT_EQUAL, value, NanboxValues.TAG_SHIFT, NanboxValues.IMMEDIATE_TAG, other);
    if (ifFalse != null) {
      masm.branchImm(Width.BITS32, Cond.NOT_EQUAL, value, TRUE_LOW, ifFalse);
    } else {
      masm.branchImm(Width.BITS32, Cond.EQUAL, value, TRUE_LOW, ifTrue);
    }
  }

  @Override
  public void branchIfNullish(MacroAssembler masm, Gp value, Label target) {
    masm.branchTop(Cond.EQUAL, value, 1, NanboxValues.UNDEFINED >>> 1, target);
  }

  @Override
  public void branchIfNotNullish(MacroAssembler masm, Gp value, Label target) {
    masm.branchTop(Cond.NOT_EQUAL, value, 1, NanboxValues.UNDEFINED >>> 1, target);
  }
}
