package dev.joist.conformance.kit.backend;

import dev.joist.conformance.kit.backend.MacroOp.Destination;
import dev.joist.conformance.kit.backend.MacroOp.Operands;
import dev.joist.conformance.kit.backend.MacroOp.Outcome;
import dev.joist.masm.Fp;
import dev.joist.masm.Gp;
import dev.joist.masm.Label;
import dev.joist.masm.MacroAssembler;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** One operation of a random program, on registers by index. */
record RandomStep(MacroOp op, int[] gp, int[] fp) {
  private static final long AFTER_BRANCH = 0x5a5a_0000_1234L;

  /** All operations but some, in families of one name, so that those with many immediates are no more frequent than others. */
  static List<List<MacroOp>> families(Set<String> excluded) {
    return Catalog.all().stream()
        .filter(op -> !excluded.contains(op.method()))
        .collect(Collectors.collectingAndThen(
            Collectors.groupingBy(MacroOp::method, LinkedHashMap::new, Collectors.toList()),
            families -> List.copyOf(families.values())));
  }

  /** @param registers so many of each class are in use */
  static RandomStep random(List<List<MacroOp>> families, int registers, Random random) {
    List<MacroOp> family = families.get(random.nextInt(families.size()));
    MacroOp op = family.get(random.nextInt(family.size()));
    return new RandomStep(op, random.ints(op.gpInputs() + 1, 0, registers).toArray(),
        random.ints(op.fpInputs() + 1, 0, registers).toArray());
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
