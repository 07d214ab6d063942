package dev.joist.compiler.tier;

import dev.joist.masm.Cond;
import dev.joist.masm.Label;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.MutFp;
import dev.joist.masm.MutGp;
import dev.joist.masm.Width;
import dev.joist.spi.value.ValueEmitter;
import dev.joist.spi.value.Values;

/** Natives that ask what kind of number their argument is. */
final class NumberNatives {
  private static final int SIGN_BITS = 1;
  private static final int SIGNIFICAND_BITS = 52;
  /** The exponent field of doubles that are not finite, in the place of the sign and behind it zeros. */
  private static final long NOT_FINITE = 0x7ffL << SIGNIFICAND_BITS + SIGN_BITS;

  private final NativeStubs stubs;
  private final MacroAssembler masm;
  private final MutGp bits;
  private final MutGp limit;

  NumberNatives(NativeStubs stubs) {
    this.stubs = stubs;
    masm = stubs.masm;
    bits = stubs.temps.get(0);
    limit = stubs.temps.get(1);
  }

  void emitIsFinite() {
    emit(Values.TRUE, Cond.BELOW);
  }

  void emitIsNaN() {
    emit(Values.FALSE, Cond.ABOVE);
  }

  /** @param ofDouble how a double without its sign, shifted out, has to compare with an infinite one */
  private void emit(long ofInt32, Cond ofDouble) {
    ValueEmitter values = stubs.strategies.values();
    MutFp number = stubs.strategies.backend().registers().tempFp().getFirst();
    Label notInt32 = masm.newLabel();
    Label yes = masm.newLabel();
    stubs.requireArguments(1);
    masm.load(Width.BITS64, bits, stubs.argument(0));
    values.branchIfNotInt32(masm, bits, notInt32);
    stubs.emitReturn(ofInt32);
    masm.bind(notInt32);
    values.unboxDouble(masm, number, bits, limit, stubs.slow);
    masm.fpToBits(bits, number);
    masm.shiftLeftImm(Width.BITS64, bits, bits, SIGN_BITS);
    masm.moveImm(limit, NOT_FINITE);
    masm.branch(Width.BITS64, ofDouble, bits, limit, yes);
    stubs.emitReturn(Values.FALSE);
    masm.bind(yes);
    stubs.emitReturn(Values.TRUE);
  }
}
