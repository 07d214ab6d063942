package dev.joist.conformance.kit.backend;

import dev.joist.conformance.kit.Rule;
import dev.joist.conformance.kit.RuleViolation;
import dev.joist.conformance.kit.Trial;
import dev.joist.conformance.kit.backend.MacroOp.Destination;
import dev.joist.conformance.kit.backend.MacroOp.Operands;
import dev.joist.conformance.kit.backend.MacroOp.Outcome;
import dev.joist.masm.Fp;
import dev.joist.masm.Gp;
import dev.joist.spi.host.InstallException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Operations: each does what Java says over boundary values, for all aliasings of its operands, and changes no register
 * but its destination.
 */
final class OperationRules {
  static final long[] INTEGERS = {
    0, 1, -1, 2, -2, 3, 255, 4095, 4096, 0xffff, 0x7fff_ffffL, 0x8000_0000L, -0x8000_0000L, 0xffff_ffffL,
    0x1_0000_0000L, 0xdead_beef_0000_0000L, 0xdead_beef_7fff_ffffL, Long.MIN_VALUE, Long.MAX_VALUE,
    0x0003_0000_0000_0005L, 0xfffe_0000_0000_0000L, 0x8000_0000_8000_0001L, 0xb504_f334L
  };

  static final double[] DOUBLES = {
    0.0, -0.0, 1, -1, 0.5, -0.5, 1.5, 2.5, -2.5, 0.49999999999999994, Integer.MAX_VALUE, Integer.MIN_VALUE, 0x1p31, 0x1p32,
    -0x1.00000002p31, 0x1p52, 0x1p53 + 2, 0x1.fffffffffffffp62, 0x1p63, -0x1p63, -0x1.0000000000001p63, 0x1p64, 1e300, -1e300,
    Double.MIN_VALUE, Double.MIN_NORMAL, Double.MAX_VALUE, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN,
    3.1415, 4294967295.0, 0x1.8p32 + 1
  };

  /** All ways to make some of n operands the same register: restricted growth strings, {@code [0, 0, 1]}. */
  static List<int[]> aliasings(int n) {
    List<int[]> all = new ArrayList<>();
    extend(new int[n], 0, 0, all);
    return all;
  }

  private static void extend(int[] classes, int at, int used, List<int[]> all) {
    if (at == classes.length) {
      all.add(classes.clone());
      return;
    }
    for (int c = 0; c <= used; c++) {
      classes[at] = c;
      extend(classes, at + 1, Math.max(used, c + 1), all);
    }
  }

  private OperationRules() {}

  /** A rule for each operation. */
  static List<Rule> of(Target target) {
    Map<String, List<MacroOp>> methods = new LinkedHashMap<>();
    for (MacroOp op : Catalog.all()) {
      methods.computeIfAbsent(op.family() + "." + op.method(), _ -> new ArrayList<>()).add(op);
    }
    List<Rule> rules = new ArrayList<>();
    methods.forEach((id, ops) -> rules.add(Rule.required(id,
        "It does what Java says over boundary values, for all aliasings of its operands, and changes no register but its destination.",
        trial -> {
          try (Probe probe = new Probe(target)) {
            for (MacroOp op : ops) {
              check(trial, probe, op);
            }
          }
        })));
    return rules;
  }

  /** Tries all aliasings within each register class, on registers picked at random. */
  private static void check(Trial trial, Probe probe, MacroOp op) throws InstallException {
    int gpOperands = op.gpInputs() + (op.destination() == Destination.GP ? 1 : 0);
    int fpOperands = op.fpInputs() + (op.destination().isFp() ? 1 : 0);
    for (int[] gpAlias : aliasings(gpOperands)) {
      for (int[] fpAlias : aliasings(fpOperands)) {
        int[] gp = pick(gpAlias, probe.gp().size(), trial.random());
        int[] fp = pick(fpAlias, probe.fp().size(), trial.random());
        new Use(trial, probe, op, gp, fp).runAll();
      }
    }
  }

  /** Distinct registers for distinct classes. */
  private static int[] pick(int[] alias, int registers, Random random) {
    List<Integer> pool = new ArrayList<>();
    for (int i = 0; i < registers; i++) {
      pool.add(i);
    }
    Collections.shuffle(pool, random);
    return Arrays.stream(alias).map(pool::get).toArray();
  }

  /** An operation on certain registers; the destination's index comes last in its class. */
  private record Use(Trial trial, Probe probe, MacroOp op, int[] gp, int[] fp) {
    void runAll() throws InstallException {
      Probe.Ready code = probe.prepare((masm, taken) -> op.emission().emit(masm, new Operands(
          Arrays.stream(gp).limit(op.gpInputs()).mapToObj(i -> Gp.readable(probe.gp().get(i).number())).toArray(Gp[]::new),
          Arrays.stream(fp).limit(op.fpInputs()).mapToObj(i -> Fp.readable(probe.fp().get(i).number())).toArray(Fp[]::new),
          op.destination() == Destination.GP ? probe.gp().get(gp[op.gpInputs()]) : null,
          op.destination().isFp() ? probe.fp().get(fp[op.fpInputs()]) : null,
          taken)));
      int inputs = op.gpInputs() + op.fpInputs();
      if (inputs <= 1) {
        int values = op.fpInputs() > 0 ? DOUBLES.length : INTEGERS.length;
        for (int i = 0; i < (inputs == 0 ? 1 : values); i++) {
          run(code, new int[] {i});
        }
      } else if (inputs == 2) {
        int values = op.fpInputs() > 0 ? DOUBLES.length : INTEGERS.length;
        for (int i = 0; i < values; i++) {
          for (int j = 0; j < values; j++) {
            if (inputsAreOne() && i != j) {
              continue;
            }
            run(code, new int[] {i, j});
            }
        }
      } else {
        for (int i = 0; i < 100; i++) {
          run(code, trial.random().ints(inputs, 0, INTEGERS.length).toArray());
        }
      }
    }

    private boolean inputsAreOne() {
      return op.gpInputs() == 2 ? gp[0] == gp[1] : op.fpInputs() == 2 && fp[0] == fp[1];
    }

    private void run(Probe.Ready code, int[] choice) {
      long[] gpBefore = random(probe.gp().size());
      long[] fpBefore = random(probe.fp().size());
      for (int i = 0; i < op.gpInputs(); i++) {
        gpBefore[gp[i]] = INTEGERS[choice[i]];
      }
      for (int i = 0; i < op.fpInputs(); i++) {
        fpBefore[fp[i]] = Double.doubleToRawLongBits(DOUBLES[choice[op.gpInputs() + i]]);
      }
      for (int i = 0; i < gpBefore.length; i++) {
        probe.setGp(i, gpBefore[i]);
      }
      for (int i = 0; i < fpBefore.length; i++) {
        probe.setFpBits(i, fpBefore[i]);
      }
      Outcome expected = op.meaning().of(
          Arrays.stream(gp).limit(op.gpInputs()).mapToLong(i -> gpBefore[i]).toArray(),
          Arrays.stream(fp).limit(op.fpInputs()).mapToLong(i -> fpBefore[i]).toArray());
      if (expected.result() == Catalog.EXCLUDED) {
        return;
      }
      trial.executed();
      boolean taken = probe.run(code);
      boolean mayBranch = op.name().equals("fpToInt32Modular") && expected.taken();
      if (taken != expected.taken() && !mayBranch) {
        throw new RuleViolation(describe(code, choice) + (taken ? "branched" : "did not branch"));
      }
      int gpDestination = op.destination() == Destination.GP ? gp[op.gpInputs()] : -1;
      int fpDestination = op.destination().isFp() ? fp[op.fpInputs()] : -1;
      for (int i = 0; i < gpBefore.length; i++) {
        long value = i == gpDestination ? expected.result() : gpBefore[i];
        boolean unspecified = i == gpDestination && taken;
        if (probe.gpValue(i) != value && !unspecified) {
          int register = i;
          trial.equal(value, probe.gpValue(i), () -> describe(code, choice) + probe.gp().get(register));
        }
      }
      for (int i = 0; i < fpBefore.length; i++) {
        long value = i == fpDestination ? expected.result() : fpBefore[i];
        boolean anyNan = i == fpDestination && isAnyNan(value) && isNan(probe.fpBits(i));
        if (probe.fpBits(i) != value && !anyNan && !(i == fpDestination && taken)) {
          int register = i;
          trial.equal(value, probe.fpBits(i), () -> describe(code, choice) + probe.fp().get(register));
        }
      }
    }

    private long[] random(int count) {
      long[] values = new long[count];
      Arrays.setAll(values, _ -> trial.random().nextLong());
      return values;
    }

    private boolean isAnyNan(long expected) {
      return op.destination() == Destination.FP_ARITHMETIC && isNan(expected) && !probe.arithmeticNaNIsCanonical();
    }

    private static boolean isNan(long bits) {
      return Double.isNaN(Double.longBitsToDouble(bits));
    }

    private String describe(Probe.Ready code, int[] choice) {
      StringBuilder text = new StringBuilder(op.name()).append(" with");
      for (int i = 0; i < choice.length && i < op.gpInputs() + op.fpInputs(); i++) {
        text.append(' ').append(i < op.gpInputs() ? "0x" + Long.toHexString(INTEGERS[choice[i]]) : DOUBLES[choice[i]] + "");
      }
      return text.append(" in\n").append(code).toString();
    }
  }
}
