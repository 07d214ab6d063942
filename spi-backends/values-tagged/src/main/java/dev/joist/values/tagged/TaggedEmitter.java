package dev.joist.values.tagged;

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
import dev.joist.spi.layout.CellKind;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.value.ValueEmitter;

/** {@link TaggedValues} in machine code. */
final class TaggedEmitter implements ValueEmitter {
  private static final long CANONICAL_NAN = 0x7FF8_0000_0000_0000L;
  private static final long HEADER = (long) CellKind.HEAP_NUMBER << 8 * Layout.CELL_KIND;
  /** What tells TRUE from the other immediates in the low half. */
  private static final int TRUE_LOW = (int) TaggedValues.TRUE;

  @Override
  public void branchIfNotInt32(MacroAssembler masm, Gp value, Label target) {
    masm.branchTop(Cond.NOT_EQUAL, value, TaggedValues.TAG_SHIFT, TaggedValues.INT32_TAG, target);
  }

  @Override
  public void branchIfInt32(MacroAssembler masm, Gp value, Label target) {
    masm.branchTop(Cond.EQUAL, value, TaggedValues.TAG_SHIFT, TaggedValues.INT32_TAG, target);
  }

  @Override
  public void branchUnlessBothInt32(MacroAssembler masm, Gp a, Gp b, Label target) {
    masm.branchUnlessBothTops(a, b, TaggedValues.TAG_SHIFT, TaggedValues.INT32_TAG, target);
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
    masm.orImm(Width.BITS64, dst, src, TaggedValues.INT32_BITS);
  }

  @Override
  public void unboxDouble(MacroAssembler masm, MutFp dst, Gp value, MutGp temp, Label notDouble) {
    branchIfNotDouble(masm, value, notDouble);
    unboxKnownDouble(masm, dst, value, temp);
  }

  @Override
  public void branchIfNotDouble(MacroAssembler masm, Gp value, Label target) {
    masm.branchTop(Cond.NOT_EQUAL, value, TaggedValues.TAG_SHIFT, TaggedValues.DOUBLE_TAG, target);
  }

  @Override
  public void unboxNumber(MacroAssembler masm, MutFp dst, Gp value, MutGp temp, Label notNumber) {
    Label isDouble = masm.newLabel();
    Label done = masm.newLabel();
    masm.branchTop(Cond.EQUAL, value, TaggedValues.TAG_SHIFT, TaggedValues.DOUBLE_TAG, isDouble);
    branchIfNotInt32(masm, value, notNumber);
    masm.int32ToFp(dst, value);
    masm.jump(done);
    masm.bind(isDouble);
    unboxKnownDouble(masm, dst, value, temp);
    masm.bind(done);
  }

  @Override
  public void unboxKnownDouble(MacroAssembler masm, MutFp dst, Gp value, MutGp temp) {
    masm.andImm(Width.BITS64, temp, value, TaggedValues.PAYLOAD_MASK);
    masm.loadFp(dst, Mem.at(temp, Layout.HEAP_NUMBER_VALUE));
  }

  @Override
  public boolean doublesAreCells() {
    return true;
  }

  @Override
  public void boxDouble(MacroAssembler masm, MutGp dst, Fp src, Gp allocation, MutGp temp, Label noRoom) {
    masm.loadPair(dst, temp, new Mem.Displaced(allocation, Layout.HEAP_NUMBER_CURSOR + Layout.CURSOR_NEXT));
    masm.branch(Width.BITS64, Cond.EQUAL, dst, temp, noRoom);
    masm.addImm(Width.BITS64, temp, dst, Layout.HEAP_NUMBER_BYTES);
    masm.store(Width.BITS64, temp, Mem.at(allocation, Layout.HEAP_NUMBER_CURSOR + Layout.CURSOR_NEXT));
    masm.storeImm(Width.BITS64, HEADER, Mem.at(dst, 0));
    masm.storeFp(src, Mem.at(dst, Layout.HEAP_NUMBER_VALUE));
    if (!masm.arithmeticNaNIsCanonical()) {
      Label number = masm.newLabel();
      masm.branchFp(FpCond.EQUAL, src, src, number);
      masm.moveImm(temp, CANONICAL_NAN);
      masm.store(Width.BITS64, temp, Mem.at(dst, Layout.HEAP_NUMBER_VALUE));
      masm.bind(number);
    }
    masm.orImm(Width.BITS64, dst, dst, TaggedValues.DOUBLE_BITS);
  }

  @Override
  public void branchIfNotCell(MacroAssembler masm, Gp value, Label target) {
    masm.branchTop(Cond.NOT_EQUAL, value, TaggedValues.TAG_SHIFT, TaggedValues.CELL_TAG, target);
  }

  @Override
  public void branchIfCell(MacroAssembler masm, Gp value, Label target) {
    masm.branchTop(Cond.EQUAL, value, TaggedValues.TAG_SHIFT, TaggedValues.CELL_TAG, target);
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
    masm.orImm(Width.BITS64, dst, bit, TaggedValues.FALSE);
  }

  @Override
  public void branchTruthy(MacroAssembler masm, Gp value, Label ifTrue, Label ifFalse, Label other) {
    masm.branchTop(Cond.NOT_EQUAL, value, TaggedValues.TAG_SHIFT, TaggedValues.IMMEDIATE_TAG, other);
    if (ifFalse != null) {
      masm.branchImm(Width.BITS32, Cond.NOT_EQUAL, value, TRUE_LOW, ifFalse);
    } else {
      masm.branchImm(Width.BITS32, Cond.EQUAL, value, TRUE_LOW, ifTrue);
    }
  }

  @Override
  public void branchIfNullish(MacroAssembler masm, Gp value, Label target) {
    masm.branchTop(Cond.EQUAL, value, 1, TaggedValues.UNDEFINED >>> 1, target);
  }

  @Override
  public void branchIfNotNullish(MacroAssembler masm, Gp value, Label target) {
    masm.branchTop(Cond.NOT_EQUAL, value, 1, TaggedValues.UNDEFINED >>> 1, target);
  }
}
