package dev.joist.conformance.codegen;

import dev.joist.masm.Cond;
import dev.joist.masm.Fp;
import dev.joist.masm.FpCond;
import dev.joist.masm.Gp;
import dev.joist.masm.Label;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.Mem;
import dev.joist.masm.MutFp;
import dev.joist.masm.MutGp;
import dev.joist.masm.Rounding;
import dev.joist.masm.Width;
import java.util.List;
import java.util.Set;

/**
 * One operation that is wrong in a way that backends have been wrong in.
 *
 * @param fault what is wrong
 * @param operation the method of the macro assembler
 * @param rules those that must fail, and no other
 * @param replacement emits something else for the operation
 */
record WrongOperation(String fault, String operation, Set<String> rules, Replacement replacement) {
  /** What is emitted; the arguments are those of the operation. */
  @FunctionalInterface
  interface Replacement {
    void emit(MacroAssembler masm, Object[] arguments);
  }

  private static MutGp dst(Object[] a, int index) {
    return (MutGp) a[index];
  }

  private static Gp gp(Object[] a, int index) {
    return (Gp) a[index];
  }

  private static Width width(Object[] a) {
    return (Width) a[0];
  }

  /** The register of an input, made writable as only a broken backend would. */
  private static MutGp written(Gp input) {
    return new MutGp(input.number());
  }

  static final List<WrongOperation> ALL = List.of(
      new WrongOperation("operands swapped", "sub", Set.of("integer.sub"), (m, a) -> m.sub(width(a), dst(a, 1), gp(a, 3), gp(a, 2))),
      new WrongOperation("second input overwritten first when it is the destination", "sub", Set.of("integer.sub"), (m, a) -> {
        m.move(dst(a, 1), gp(a, 2));
        m.sub(width(a), dst(a, 1), dst(a, 1), gp(a, 3));
      }),
      new WrongOperation("input clobbered", "add", Set.of("integer.add"), (m, a) -> {
        m.add(width(a), dst(a, 1), gp(a, 2), gp(a, 3));
        if (!dst(a, 1).equals(gp(a, 3))) {
          m.addImm(Width.BITS64, written(gp(a, 3)), gp(a, 3), 1);
        }
      }),
      new WrongOperation("another temp clobbered", "mul", Set.of("integer.mul"), (m, a) -> {
        m.mul(width(a), dst(a, 1), gp(a, 2), gp(a, 3));
        for (int number : new int[] {2, 8}) {
          MutGp leaked = new MutGp(number);
          if (!leaked.equals(dst(a, 1)) && !leaked.equals(gp(a, 2)) && !leaked.equals(gp(a, 3))) {
            m.moveImm(leaked, 0);
          }
        }
      }),
      new WrongOperation("32-bit result not zero-extended", "and", Set.of("integer.and"), (m, a) -> m.and(Width.BITS64, dst(a, 1), gp(a, 2), gp(a, 3))),
      new WrongOperation("32-bit result sign-extended", "or", Set.of("integer.or"), (m, a) -> {
        m.or(width(a), dst(a, 1), gp(a, 2), gp(a, 3));
        if (width(a) == Width.BITS32) {
          m.signExtend(Width.BITS32, dst(a, 1), dst(a, 1));
        }
      }),
      new WrongOperation("zero extension forgotten", "zeroExtend", Set.of("integer.zeroExtend"), (m, a) -> m.move(dst(a, 1), gp(a, 2))),
      new WrongOperation("addition of zero does nothing at all", "addImm", Set.of("integer.addImm"), (m, a) -> {
        if ((long) a[3] != 0 || !dst(a, 1).equals(gp(a, 2))) {
          m.addImm(width(a), dst(a, 1), gp(a, 2), (long) a[3]);
        }
      }),
      new WrongOperation("immediate cut to 16 bits", "xorImm", Set.of("integer.xorImm", "sequence.constants"),
          (m, a) -> m.xorImm(width(a), dst(a, 1), gp(a, 2), (short) (long) a[3])),
      new WrongOperation("immediate cut to 32 bits", "orImm", Set.of("integer.orImm"),
          (m, a) -> m.orImm(width(a), dst(a, 1), gp(a, 2), (int) (long) a[3])),
      new WrongOperation("shift amount not taken modulo the width", "shiftLeftImm", Set.of("integer.shiftLeftImm"),
          (m, a) -> m.shiftLeftImm(width(a), dst(a, 1), gp(a, 2), Math.clamp((int) a[3], 0, width(a).bits() - 1))),
      new WrongOperation("arithmetic shift for a logical one", "shiftRightUnsigned", Set.of("integer.shiftRightUnsigned"),
          (m, a) -> m.shiftRight(width(a), dst(a, 1), gp(a, 2), gp(a, 3))),
      new WrongOperation("signed relation for an unsigned one", "branch", Set.of("branch.branch"), (m, a) -> {
        Cond cond = (Cond) a[1] == Cond.BELOW ? Cond.LESS : (Cond) a[1];
        m.branch(width(a), cond, gp(a, 2), gp(a, 3), (Label) a[4]);
      }),
      new WrongOperation("all 64 bits compared", "branchImm", Set.of("branch.branchImm"), (m, a) ->
          m.branchImm(width(a) == Width.BITS32 ? Width.BITS64 : width(a), (Cond) a[1], gp(a, 2), (long) a[3], (Label) a[4])),
      new WrongOperation("overflow not noticed", "addOverflow", Set.of("overflow.addOverflow"), (m, a) -> m.add(width(a), dst(a, 1), gp(a, 2), gp(a, 3))),
      new WrongOperation("carry taken for overflow", "addOverflow", Set.of("overflow.addOverflow"), (m, a) -> {
        m.add(width(a), dst(a, 1), gp(a, 2), gp(a, 3));
        m.branch(width(a), Cond.BELOW, dst(a, 1), gp(a, 2), (Label) a[4]);
      }),
      new WrongOperation("overflow of 64 bits for one of 32", "mulOverflow", Set.of("overflow.mulOverflow", "distance.mulOverflow"),
          (m, a) -> m.mulOverflow(Width.BITS64, dst(a, 1), gp(a, 2), gp(a, 3), (Label) a[4])),
      new WrongOperation("negation of the smallest number not noticed", "negOverflow", Set.of("overflow.negOverflow"),
          (m, a) -> m.neg(width(a), dst(a, 1), gp(a, 2))),
      new WrongOperation("only the first of two checked", "branchUnlessBothTops", Set.of("branch.branchUnlessBothTops"),
          (m, a) -> m.branchTop(Cond.NOT_EQUAL, gp(a, 0), (int) a[2], (long) a[3], (Label) a[4])),
      new WrongOperation("top compared as a signed number", "branchTop", Set.of("branch.branchTop"), (m, a) -> {
        if (a[0] == Cond.BELOW && (int) a[2] == 0) {
          m.branchImm(Width.BITS64, Cond.LESS, gp(a, 1), (long) a[3], (Label) a[4]);
        } else {
          m.branchTop((Cond) a[0], gp(a, 1), (int) a[2], (long) a[3], (Label) a[4]);
        }
      }),
      new WrongOperation("choices swapped", "select", Set.of("integer.select"), (m, a) -> m.select(width(a), (Cond) a[1], gp(a, 2), gp(a, 3), dst(a, 4),
          gp(a, 6), gp(a, 5))),
      new WrongOperation("destination written before the comparison", "compare", Set.of("integer.compare"), (m, a) -> {
        m.moveImm(dst(a, 2), 0);
        m.compare(width(a), (Cond) a[1], dst(a, 2), gp(a, 3), gp(a, 4));
      }),
      new WrongOperation("NaN is not less, so it is greater or equal", "branchFp", Set.of("branch.branchFp"), (m, a) -> {
        FpCond cond = (FpCond) a[0] == FpCond.NOT_LESS ? FpCond.GREATER_EQUAL : (FpCond) a[0];
        m.branchFp(cond, (Fp) a[1], (Fp) a[2], (Label) a[3]);
      }),
      new WrongOperation("NaN equal to NaN", "compareFp", Set.of("double.compareFp"), (m, a) -> {
        FpCond cond = (FpCond) a[0] == FpCond.EQUAL ? FpCond.NOT_LESS : (FpCond) a[0];
        m.compareFp(cond, dst(a, 1), (Fp) a[2], (Fp) a[3]);
      }),
      new WrongOperation("-0 taken for an integer", "fpToInt32Exact", Set.of("conversion.fpToInt32Exact"), (m, a) -> {
        Label zero = m.newLabel();
        Label done = m.newLabel();
        m.fpToInt32Modular(dst(a, 0), (Fp) a[1], (Label) a[2]);
        m.branchImm(Width.BITS32, Cond.EQUAL, dst(a, 0), 0, zero);
        m.fpToInt32Exact(dst(a, 0), (Fp) a[1], (Label) a[2]);
        m.jump(done);
        m.bind(zero);
        m.bind(done);
      }),
      new WrongOperation("-0 lost", "negFp", Set.of("double.negFp"), (m, a) -> {
        MutFp d = (MutFp) a[0];
        if (!d.equals((Fp) a[1])) {
          m.moveFpImm(d, 0);
          m.subFp(d, d, (Fp) a[1]);
        } else {
          m.negFp(d, (Fp) a[1]);
        }
      }),
      new WrongOperation("equal operands answered by the second", "minFp", Set.of("double.minFp"), (m, a) -> {
        Label first = m.newLabel();
        Label done = m.newLabel();
        m.branchFp(FpCond.NOT_EQUAL, (Fp) a[1], (Fp) a[2], first);
        m.moveFp((MutFp) a[0], (Fp) a[2]);
        m.jump(done);
        m.bind(first);
        m.minFp((MutFp) a[0], (Fp) a[1], (Fp) a[2]);
        m.bind(done);
      }),
      new WrongOperation("rounded towards zero instead of down", "roundFp", Set.of("double.roundFp"),
          (m, a) -> m.roundFp(Rounding.TRUNCATE, (MutFp) a[1], (Fp) a[2])),
      new WrongOperation("unsigned number converted as signed", "uint32ToFp", Set.of("conversion.uint32ToFp"), (m, a) -> m.int32ToFp((MutFp) a[0], gp(a, 1))),
      new WrongOperation("modular conversion without its low bits", "fpToInt32Modular", Set.of("conversion.fpToInt32Modular"), (m, a) ->
          m.fpToInt32Exact(dst(a, 0), (Fp) a[1], (Label) a[2])),
      new WrongOperation("loads sign-extended where zeros are wanted", "loadSigned", Set.of("memory.load"),
          (m, a) -> m.load(width(a), dst(a, 1), (Mem) a[2])),
      new WrongOperation("pair stored the wrong way round", "storePair", Set.of("memory.pair"),
          (m, a) -> m.storePair(gp(a, 1), gp(a, 0), (Mem.Displaced) a[2])),
      new WrongOperation("arithmetic that loses the last bit", "divFp", Set.of("double.divFp", "abi.double-result"), (m, a) -> {
        m.divFp((MutFp) a[0], (Fp) a[1], (Fp) a[2]);
        m.roundToFloat((MutFp) a[0], (Fp) a[0]);
      }));
}
