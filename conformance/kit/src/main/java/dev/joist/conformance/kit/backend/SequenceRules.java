package dev.joist.conformance.kit.backend;

import dev.joist.conformance.kit.Rule;
import dev.joist.conformance.kit.Trial;
import dev.joist.conformance.kit.backend.MacroOp.Destination;
import dev.joist.masm.Cond;
import dev.joist.masm.Label;
import dev.joist.masm.MutGp;
import dev.joist.masm.Width;
import dev.joist.spi.host.InstallException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Random programs of many operations: what one leaves behind (scratch registers, remembered constants, flags) must not
 * change what the next does. A branch that is taken leads to a move that gives the destination a value again.
 */
final class SequenceRules {
  private static final int PROGRAMS = 300;
  private static final int LENGTH = 200;
  private static final int REGISTERS = 5;

  private SequenceRules() {}

  static List<Rule> of(Target target) {
    return List.of(
        Rule.stochastic("sequence.random-programs", "What an operation leaves behind does not change what the next one does.",
            trial -> programsComputeWhatJavaComputes(trial, target)),
        Rule.required("sequence.constants", "A constant is made again where control comes from elsewhere, and after a call.",
            trial -> constantsAreMadeAgainWhereTheyMayBeLost(trial, target)));
  }

  /** Operations whose outcome is fixed for all operands. Without those that make NaNs which are not canonical. */
  private static List<List<MacroOp>> families(Probe probe) {
    return RandomStep.families(Set.of("div", "rem", "fpToInt32Modular", "bitsToFp", "negFp", "complementFp")).stream()
        .map(family -> family.stream()
            .filter(op -> op.destination() != Destination.FP_ARITHMETIC || probe.arithmeticNaNIsCanonical()).toList())
        .filter(family -> !family.isEmpty()).toList();
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
    List<RandomStep> steps = new ArrayList<>();
    for (int i = 0; i < LENGTH; i++) {
      steps.add(RandomStep.random(ops, REGISTERS, random));
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
    for (RandomStep step : steps) {
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
