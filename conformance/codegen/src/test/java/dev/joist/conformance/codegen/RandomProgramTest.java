package dev.joist.conformance.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.joist.conformance.codegen.MacroOp.Destination;
import dev.joist.conformance.codegen.MacroOp.Operands;
import dev.joist.conformance.codegen.MacroOp.Outcome;
import dev.joist.masm.Fp;
import dev.joist.masm.Gp;
import dev.joist.masm.Label;
import dev.joist.masm.MacroAssembler;
import dev.joist.spi.host.InstallException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random programs of many operations: what one leaves behind (scratch registers, remembered constants, flags) must not
 * change what the next does. A branch that is taken leads to a move that gives the destination a value again.
 */
class RandomProgramTest {
  private static final int PROGRAMS = 300;
  private static final int LENGTH = 200;
  private static final int REGISTERS = 5;
  private static final long AFTER_BRANCH = 0x5a5a_0000_1234L;

  /** One operation of a program, on registers by index. */
  private record Step(MacroOp op, int[] gp, int[] fp) {
    static Step random(List<List<MacroOp>> families, Random random) {
      List<MacroOp> family = families.get(random.nextInt(families.size()));
      MacroOp op = family.get(random.nextInt(family.size()));
      return new Step(op, random.ints(op.gpInputs() + 1, 0, REGISTERS).toArray(),
          random.ints(op.fpInputs() + 1, 0, REGISTERS).toArray());
    }

    int gpDestination() {
      return gp[op.gpInputs()];
    }

    int fpDestination() {
      return fp[op.fpInputs()];
    }

    void emit(MacroAssembler masm, Probe probe) {
      Label taken = masm.newLabel();
      Label next = masm.newLabel();
      op.emission().emit(masm, new Operands(
          Arrays.stream(gp).mapToObj(i -> (Gp) probe.gp().get(i)).toArray(Gp[]::new),
          Arrays.stream(fp).mapToObj(i -> (Fp) probe.fp().get(i)).toArray(Fp[]::new),
          probe.gp().get(gpDestination()), probe.fp().get(fpDestination()), taken));
      if (op.mayBranch()) {
        masm.jump(next);
        masm.bind(taken);
        masm.moveImm(probe.gp().get(gpDestination()), AFTER_BRANCH);
        masm.bind(next);
      }
    }

    void execute(long[] gpValues, long[] fpValues) {
      Outcome outcome = op.meaning().of(
          Arrays.stream(gp).mapToLong(i -> gpValues[i]).toArray(), Arrays.stream(fp).mapToLong(i -> fpValues[i]).toArray());
      if (outcome.taken()) {
        gpValues[gpDestination()] = AFTER_BRANCH;
      } else if (op.destination() == Destination.GP) {
        gpValues[gpDestination()] = outcome.result();
      } else if (op.destination().isFp()) {
        fpValues[fpDestination()] = outcome.result();
      }
    }
  }

  /**
   * Operations whose outcome is fixed for all operands, in families of one name, so that those with many immediates
   * are no more frequent than others. Without those that make NaNs which are not canonical.
   */
  private static List<List<MacroOp>> families(Probe probe) {
    Set<String> excluded = Set.of("div", "rem", "fpToInt32Modular", "bitsToFp", "negFp");
    return Catalog.all().stream()
        .filter(op -> !excluded.contains(family(op)))
        .filter(op -> op.destination() != Destination.FP_ARITHMETIC || probe.arithmeticNaNIsCanonical())
        .collect(Collectors.collectingAndThen(
            Collectors.groupingBy(RandomProgramTest::family, LinkedHashMap::new, Collectors.toList()),
            families -> List.copyOf(families.values())));
  }

  private static String family(MacroOp op) {
    return op.name().split(" ")[0];
  }

  @ParameterizedTest
  @MethodSource("dev.joist.conformance.codegen.Target#all")
  void programsComputeWhatJavaComputes(Target target) throws InstallException {
    try (Probe probe = new Probe(target)) {
      List<List<MacroOp>> ops = families(probe);
      for (int seed = 0; seed < PROGRAMS; seed++) {
        run(probe, ops, new Random(seed), "program " + seed + "\n");
      }
    }
  }

  private static void run(Probe probe, List<List<MacroOp>> ops, Random random, String name) throws InstallException {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < LENGTH; i++) {
      steps.add(Step.random(ops, random));
    }
    Probe.Ready code = probe.prepare((masm, _) -> steps.forEach(step -> step.emit(masm, probe)));
    long[] gp = new long[REGISTERS];
    long[] fp = new long[REGISTERS];
    for (int i = 0; i < REGISTERS; i++) {
      gp[i] = OperationsTest.INTEGERS[random.nextInt(OperationsTest.INTEGERS.length)];
      fp[i] = Double.doubleToLongBits(OperationsTest.DOUBLES[random.nextInt(OperationsTest.DOUBLES.length)]);
      probe.setGp(i, gp[i]);
      probe.setFpBits(i, fp[i]);
    }
    for (Step step : steps) {
      step.execute(gp, fp);
    }
    probe.run(code);
    for (int i = 0; i < REGISTERS; i++) {
      assertEquals(Long.toHexString(gp[i]), Long.toHexString(probe.gpValue(i)), name + probe.gp().get(i) + "\n" + code);
      assertEquals(canonical(fp[i]), canonical(probe.fpBits(i)), name + probe.fp().get(i) + "\n" + code);
    }
  }

  private static String canonical(long bits) {
    return Long.toHexString(Double.doubleToLongBits(Double.longBitsToDouble(bits)));
  }
}
