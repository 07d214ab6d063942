package dev.joist.conformance.codegen;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.joist.masm.Cond;
import dev.joist.masm.Fp;
import dev.joist.masm.FpCond;
import dev.joist.masm.Gp;
import dev.joist.masm.Label;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.MutFp;
import dev.joist.masm.MutGp;
import dev.joist.masm.Rounding;
import dev.joist.masm.Width;
import dev.joist.spi.host.InstallException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.AssertionFailedError;

/**
 * The checks themselves are checked: each macro assembler here is wrong in one way that backends have been wrong in, and
 * {@link OperationsTest} must find it out.
 */
class WrongImplementationsTest {
  /** A macro assembler that emits something else for one operation. */
  private record Wrong(String fault, String operation, Replacement replacement) {}

  /** What is emitted; the arguments are those of the operation. */
  @FunctionalInterface
  private interface Replacement {
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

  private static final List<Wrong> WRONG = List.of(
      new Wrong("operands swapped", "sub", (m, a) -> m.sub(width(a), dst(a, 1), gp(a, 3), gp(a, 2))),
      new Wrong("second input overwritten first when it is the destination", "sub", (m, a) -> {
        m.move(dst(a, 1), gp(a, 2));
        m.sub(width(a), dst(a, 1), dst(a, 1), gp(a, 3));
      }),
      new Wrong("input clobbered", "add", (m, a) -> {
        m.add(width(a), dst(a, 1), gp(a, 2), gp(a, 3));
        if (!dst(a, 1).equals(gp(a, 3))) {
          m.addImm(Width.BITS64, written(gp(a, 3)), gp(a, 3), 1);
        }
      }),
      new Wrong("another temp clobbered", "mul", (m, a) -> {
        m.mul(width(a), dst(a, 1), gp(a, 2), gp(a, 3));
        for (int number : new int[] {2, 8}) {
          MutGp leaked = new MutGp(number);
          if (!leaked.equals(dst(a, 1)) && !leaked.equals(gp(a, 2)) && !leaked.equals(gp(a, 3))) {
            m.moveImm(leaked, 0);
          }
        }
      }),
      new Wrong("32-bit result not zero-extended", "and", (m, a) -> m.and(Width.BITS64, dst(a, 1), gp(a, 2), gp(a, 3))),
      new Wrong("32-bit result sign-extended", "or", (m, a) -> {
        m.or(width(a), dst(a, 1), gp(a, 2), gp(a, 3));
        if (width(a) == Width.BITS32) {
          m.signExtend(Width.BITS32, dst(a, 1), dst(a, 1));
        }
      }),
      new Wrong("zero extension forgotten", "zeroExtend", (m, a) -> m.move(dst(a, 1), gp(a, 2))),
      new Wrong("addition of zero does nothing at all", "addImm", (m, a) -> {
        if ((long) a[3] != 0 || !dst(a, 1).equals(gp(a, 2))) {
          m.addImm(width(a), dst(a, 1), gp(a, 2), (long) a[3]);
        }
      }),
      new Wrong("immediate cut to 16 bits", "xorImm",
          (m, a) -> m.xorImm(width(a), dst(a, 1), gp(a, 2), (short) (long) a[3])),
      new Wrong("immediate cut to 32 bits", "orImm",
          (m, a) -> m.orImm(width(a), dst(a, 1), gp(a, 2), (int) (long) a[3])),
      new Wrong("shift amount not taken modulo the width", "shiftLeftImm",
          (m, a) -> m.shiftLeftImm(width(a), dst(a, 1), gp(a, 2), Math.clamp((int) a[3], 0, width(a).bits() - 1))),
      new Wrong("arithmetic shift for a logical one", "shiftRightUnsigned",
          (m, a) -> m.shiftRight(width(a), dst(a, 1), gp(a, 2), gp(a, 3))),
      new Wrong("signed relation for an unsigned one", "branch", (m, a) -> {
        Cond cond = (Cond) a[1] == Cond.BELOW ? Cond.LESS : (Cond) a[1];
        m.branch(width(a), cond, gp(a, 2), gp(a, 3), (Label) a[4]);
      }),
      new Wrong("all 64 bits compared", "branchImm", (m, a) ->
          m.branchImm(Width.BITS64, (Cond) a[1], gp(a, 2), (long) a[3], (Label) a[4])),
      new Wrong("overflow not noticed", "addOverflow", (m, a) -> m.add(width(a), dst(a, 1), gp(a, 2), gp(a, 3))),
      new Wrong("carry taken for overflow", "addOverflow", (m, a) -> {
        m.add(width(a), dst(a, 1), gp(a, 2), gp(a, 3));
        m.branch(width(a), Cond.BELOW, dst(a, 1), gp(a, 2), (Label) a[4]);
      }),
      new Wrong("overflow of 64 bits for one of 32", "mulOverflow",
          (m, a) -> m.mulOverflow(Width.BITS64, dst(a, 1), gp(a, 2), gp(a, 3), (Label) a[4])),
      new Wrong("negation of the smallest number not noticed", "negOverflow",
          (m, a) -> m.neg(width(a), dst(a, 1), gp(a, 2))),
      new Wrong("only the first of two checked", "branchUnlessBothTops",
          (m, a) -> m.branchTop(Cond.NOT_EQUAL, gp(a, 0), (int) a[2], (long) a[3], (Label) a[4])),
      new Wrong("the rest compared with the top", "branchTop", (m, a) ->
          m.branchImm(Width.BITS64, (Cond) a[0], gp(a, 1), (long) a[3] << (int) a[2], (Label) a[4])),
      new Wrong("choices swapped", "select", (m, a) -> m.select(width(a), (Cond) a[1], gp(a, 2), gp(a, 3), dst(a, 4),
          gp(a, 6), gp(a, 5))),
      new Wrong("destination written before the comparison", "compare", (m, a) -> {
        m.moveImm(dst(a, 2), 0);
        m.compare(width(a), (Cond) a[1], dst(a, 2), gp(a, 3), gp(a, 4));
      }),
      new Wrong("NaN is not less, so it is greater or equal", "branchFp", (m, a) -> {
        FpCond cond = (FpCond) a[0] == FpCond.NOT_LESS ? FpCond.GREATER_EQUAL : (FpCond) a[0];
        m.branchFp(cond, (Fp) a[1], (Fp) a[2], (Label) a[3]);
      }),
      new Wrong("NaN equal to NaN", "compareFp", (m, a) -> {
        FpCond cond = (FpCond) a[0] == FpCond.EQUAL ? FpCond.NOT_LESS : (FpCond) a[0];
        m.compareFp(cond, dst(a, 1), (Fp) a[2], (Fp) a[3]);
      }),
      new Wrong("-0 taken for an integer", "fpToInt32Exact", (m, a) -> {
        Label zero = m.newLabel();
        Label done = m.newLabel();
        m.fpToInt32Modular(dst(a, 0), (Fp) a[1], (Label) a[2]);
        m.branchImm(Width.BITS32, Cond.EQUAL, dst(a, 0), 0, zero);
        m.fpToInt32Exact(dst(a, 0), (Fp) a[1], (Label) a[2]);
        m.jump(done);
        m.bind(zero);
        m.bind(done);
      }),
      new Wrong("-0 lost", "negFp", (m, a) -> {
        MutFp d = (MutFp) a[0];
        if (!d.equals((Fp) a[1])) {
          m.moveFpImm(d, 0);
          m.subFp(d, d, (Fp) a[1]);
        } else {
          m.negFp(d, (Fp) a[1]);
        }
      }),
      new Wrong("equal operands answered by the second", "minFp", (m, a) -> {
        Label first = m.newLabel();
        Label done = m.newLabel();
        m.branchFp(FpCond.NOT_EQUAL, (Fp) a[1], (Fp) a[2], first);
        m.moveFp((MutFp) a[0], (Fp) a[2]);
        m.jump(done);
        m.bind(first);
        m.minFp((MutFp) a[0], (Fp) a[1], (Fp) a[2]);
        m.bind(done);
      }),
      new Wrong("rounded towards zero instead of down", "roundFp",
          (m, a) -> m.roundFp(Rounding.TRUNCATE, (MutFp) a[1], (Fp) a[2])),
      new Wrong("unsigned number converted as signed", "uint32ToFp", (m, a) -> m.int32ToFp((MutFp) a[0], gp(a, 1))),
      new Wrong("modular conversion without its low bits", "fpToInt32Modular", (m, a) ->
          m.fpToInt32Exact(dst(a, 0), (Fp) a[1], (Label) a[2])));

  private static MacroAssembler disturbed(MacroAssembler masm, Wrong wrong) {
    return (MacroAssembler) Proxy.newProxyInstance(MacroAssembler.class.getClassLoader(), new Class<?>[] {MacroAssembler.class},
        (_, method, arguments) -> {
          if (method.getName().equals(wrong.operation)) {
            wrong.replacement.emit(masm, arguments);
            return null;
          }
          try {
            return method.invoke(masm, arguments);
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> isFoundOut() {
    List<Target> targets = Target.all().toList();
    return WRONG.stream().flatMap(wrong -> targets.stream().map(target ->
        DynamicTest.dynamicTest(wrong.operation + ": " + wrong.fault + " (" + target + ")", () -> findOut(target, wrong))));
  }

  private static void findOut(Target target, Wrong wrong) throws InstallException {
    List<MacroOp> ops = Catalog.all().stream().filter(op -> op.name().split(" ")[0].equals(wrong.operation)).toList();
    assertTrue(!ops.isEmpty(), "no operation is called " + wrong.operation);
    try (Probe probe = new Probe(target, masm -> disturbed(masm, wrong))) {
      assertThrows(AssertionFailedError.class, () -> {
        for (MacroOp op : ops) {
          OperationsTest.check(probe, op, new Random(1));
        }
      });
    }
  }
}
