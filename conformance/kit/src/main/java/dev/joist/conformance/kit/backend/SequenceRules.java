package dev.joist.conformance.kit.backend;

import dev.joist.conformance.kit.Rule;
import dev.joist.conformance.kit.Trial;
import dev.joist.conformance.kit.backend.MacroOp.Destination;
import dev.joist.conformance.kit.backend.MacroOp.Operands;
import dev.joist.conformance.kit.backend.MacroOp.Outcome;
import dev.joist.masm.Cond;
import dev.joist.masm.Fp;
import dev.joist.masm.Gp;
import dev.joist.masm.Label;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.MutGp;
import dev.joist.masm.Width;
import dev.joist.spi.host.InstallException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Random programs of many operations: what one leaves behind (scratch registers, remembered constants, flags) must not
 * change what the next does. A branch that is taken leads to a move that gives the destination a value again.
 */
final class SequenceRules {
  private static final int PROGRAMS = 300;
  private static final int LENGTH = 200;
  private static final int REGISTERS = 5;
  private static final long AFTER_BRANCH = 0x5a5a_0000_1234L;

  private SequenceRules() {}

  static List<Rule> of(Target target) {
    return List.of(
        Rule.stochastic("sequence.random-programs", "What an operation leaves behind does not change what the next one does.",
            trial -> programsComputeWhatJavaComputes(trial, target)),
        Rule.required("sequence.constants", "A constant is made again where control comes from elsewhere, and after a call.",
            trial -> constantsAreMadeAgainWhereTheyMayBeLost(trial, target)));
  }

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
        .filter(op -> !excluded.contains(op.method()))
        .filter(op -> op.destination() != Destination.FP_ARITHMETIC || probe.arithmeticNaNIsCanonical())
        .collect(Collectors.collectingAndThen(
            Collectors.groupingBy(MacroOp::method, LinkedHashMap::new, Collectors.toList()),
            families -> List.copyOf(families.values())));
  }

  private static void programsComputeWhatJavaComputes(Trial trial, Target target) throws InstallException {
    try (Probe probe = new Probe(target)) {
      List<List<MacroOp>> ops = families(probe);
      for (int i = 0; i < PROGRAMS; i++) {
        run(trial, probe, ops, "program " + i + "\n");
        trial.executed();
      }
    }
  }

  private static void run(Trial trial, Probe probe, List<List<MacroOp>> ops, String name) throws InstallException {
    Random random = trial.random();
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < LENGTH; i++) {
      steps.add(Step.random(ops, random));
    }
    Probe.Ready code = probe.prepare((masm, _) -> steps.forEach(step -> step.emit(masm, probe)));
    long[] gp = new long[REGISTERS];
    long[] fp = new long[REGISTERS];
    for (int i = 0; i < REGISTERS; i++) {
      gp[i] = OperationRules.INTEGERS[random.nextInt(OperationRules.INTEGERS.length)];
      fp[i] = Double.doubleToLongBits(OperationRules.DOUBLES[random.nextInt(OperationRules.DOUBLES.length)]);
      probe.setGp(i, gp[i]);
      probe.setFpBits(i, fp[i]);
    }
    for (Step step : steps) {
      step.execute(gp, fp);
    }
    probe.run(code);
    for (int i = 0; i < REGISTERS; i++) {
      int register = i;
      trial.equal(gp[i], probe.gpValue(i), () -> name + probe.gp().get(register) + "\n" + code);
      trial.equal(canonical(fp[i]), canonical(probe.fpBits(i)), () -> name + probe.fp().get(register) + "\n" + code);
    }
  }

  private static long canonical(long bits) {
    return Double.doubleToLongBits(Double.longBitsToDouble(bits));
  }

  /** A constant is not taken to be in a register any more when control comes from elsewhere, or after a call. */
  private static void constantsAreMadeAgainWhereTheyMayBeLost(Trial trial, Target target) throws InstallException {
    long odd = 0x1234_5678_9abc_def1L;
    try (Session session = new Session(target)) {
      long result = session.run(masm -> {
        MutGp sum = session.saved(0);
        Label loop = masm.newLabel();
        Label function = masm.newLabel();
        Label done = masm.newLabel();
        masm.moveImm(sum, 0);
        masm.xorImm(Width.BITS64, sum, sum, odd);
        masm.callLabel(function);
        masm.xorImm(Width.BITS64, sum, sum, odd);
        masm.moveImm(session.saved(1), 3);
        masm.bind(loop);
        masm.xorImm(Width.BITS64, sum, sum, odd);
        masm.xorImm(Width.BITS64, sum, sum, odd + 2);
        masm.addImm(Width.BITS64, session.saved(1), session.saved(1), -1);
        masm.branchImm(Width.BITS64, Cond.NOT_EQUAL, session.saved(1), 0, loop);
        masm.jump(done);
        masm.bind(function);
        masm.enterFrame(0);
        masm.xorImm(Width.BITS64, sum, sum, odd + 4);
        masm.leaveFrameAndReturn(0);
        masm.bind(done);
        masm.move(session.calls().hostResult(), sum);
        masm.leaveHostFrameAndReturn();
      });
      trial.executed();
      trial.equal((odd + 4) ^ odd ^ (odd + 2), result, () -> "a sum of constants");
    }
  }
}
