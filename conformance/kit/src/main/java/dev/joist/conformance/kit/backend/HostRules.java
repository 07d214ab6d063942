package dev.joist.conformance.kit.backend;

import dev.joist.conformance.kit.Rule;
import dev.joist.conformance.kit.Trial;
import dev.joist.masm.Cond;
import dev.joist.masm.Fp;
import dev.joist.masm.FpCond;
import dev.joist.masm.Gp;
import dev.joist.masm.Label;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.Width;
import dev.joist.spi.host.InstallException;
import dev.joist.spi.host.MachineHostProvider;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Hosts against each other, on random programs: where a simulator and a processor can both run the code, the simulator is proved by it. Where there
 * is but one host, two runs on it are compared.
 */
final class HostRules {
  private static final int PROGRAMS = Integer.getInteger("joist.kit.programs", 60);
  private static final int LENGTH = 100;
  private static final int DATA_BYTES = 256;
  private static final List<Width> COMPARED = List.of(Width.BITS32, Width.BITS64);
  /** So many pairs of registers of each class are compared in the end. */
  private static final int PAIRS = 3;
  private static final int CONDITION_BYTES = PAIRS * (COMPARED.size() * Cond.values().length + FpCond.values().length);
  /** One operation in so many is a load or a store. */
  private static final int MEMORY = 5;

  private HostRules() {}

  static List<Rule> of(Target target) {
    return List.of(Rule.stochastic("sequence.hosts-agree",
        "Random programs leave the same in all registers and in memory on every host that runs them here, in the end and after each operation, and "
            + "comparisons of what they leave set the same flags: each condition branches or does not.",
        trial -> hostsAgree(trial, target)));
  }

  /** Something that a program does. */
  private interface Step {
    void emit(MacroAssembler masm, Probe probe);
  }

  private static List<Target> others(Target target) {
    List<Target> others = new ArrayList<>();
    for (MachineHostProvider host : ServiceLoader.load(MachineHostProvider.class)) {
      if (host.runs(target.backend().isa()) && !host.name().equals(target.hosts().name())) {
        others.add(new Target(target.backend(), host));
      }
    }
    return others.isEmpty() ? List.of(target) : others;
  }

  private static void hostsAgree(Trial trial, Target target) throws InstallException {
    List<List<MacroOp>> families = RandomStep.families(Set.of("div", "rem"));
    for (Target other : others(target)) {
      for (int i = 0; i < PROGRAMS; i++) {
        long seed = trial.random().nextLong();
        List<Step> steps = steps(target, families, new Random(seed));
        byte[] expected = run(target, steps, false, seed);
        compare(trial, target, other, "program " + i + " in the end", expected, run(other, steps, false, seed));
        compare(trial, target, other, "program " + i + " after some operation", run(target, steps, true, seed), run(other, steps, true, seed));
        trial.executed();
      }
    }
  }

  private static List<Step> steps(Target target, List<List<MacroOp>> families, Random random) {
    int registers = Math.min(target.backend().registers().tempGp().size() + target.backend().registers().savedGp().size(),
        target.backend().registers().tempFp().size() + target.backend().registers().savedFp().size());
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < LENGTH; i++) {
      if (random.nextInt(MEMORY) == 0) {
        steps.add(memory(registers, random));
      } else {
        RandomStep step = RandomStep.random(families, registers, random);
        steps.add(step::emit);
      }
    }
    return steps;
  }

  private static Step memory(int registers, Random random) {
    int register = random.nextInt(registers);
    Width width = Width.values()[random.nextInt(Width.values().length)];
    int bytes = width.bits() / 8;
    int offset = bytes * random.nextInt(DATA_BYTES / bytes);
    int cell = 8 * random.nextInt(DATA_BYTES / 8);
    return switch (random.nextInt(6)) {
      case 0 -> (masm, probe) -> masm.load(width, probe.gp().get(register), probe.data(offset));
      case 1 -> (masm, probe) -> masm.loadSigned(width, probe.gp().get(register), probe.data(offset));
      case 2 -> (masm, probe) -> masm.loadFp(probe.fp().get(register), probe.data(cell));
      case 3 -> (masm, probe) -> masm.storeFp(probe.fp().get(register), probe.data(cell));
      default -> (masm, probe) -> masm.store(width, probe.gp().get(register), probe.data(offset));
    };
  }

  /** All that the program leaves; {@code watched}: with all registers after each operation. */
  private static byte[] run(Target target, List<Step> steps, boolean watched, long seed) throws InstallException {
    int registerBytes = 8 * (target.backend().registers().savedGp().size() + target.backend().registers().tempGp().size()
        + target.backend().registers().savedFp().size() + target.backend().registers().tempFp().size());
    try (Probe probe = new Probe(target, DATA_BYTES + CONDITION_BYTES + (watched ? steps.size() * registerBytes : 0))) {
      Random random = new Random(seed);
      for (int i = 0; i < probe.gp().size(); i++) {
        probe.setGp(i, random.nextBoolean() ? random.nextLong() : OperationRules.INTEGERS[random.nextInt(OperationRules.INTEGERS.length)]);
      }
      for (int i = 0; i < probe.fp().size(); i++) {
        probe.setFpBits(i, random.nextInt(4) == 0 ? random.nextLong()
            : Double.doubleToRawLongBits(OperationRules.DOUBLES[random.nextInt(OperationRules.DOUBLES.length)]));
      }
      Probe.Ready code = probe.prepare((masm, _) -> {
        int offset = DATA_BYTES + CONDITION_BYTES;
        for (Step step : steps) {
          step.emit(masm, probe);
          if (watched) {
            offset = watch(masm, probe, offset);
          }
        }
        compareAll(masm, probe);
      });
      probe.run(code);
      return probe.contents();
    }
  }

  /** Writes a 1 for each condition that does not hold: together they tell all flags that a comparison sets. */
  private static void compareAll(MacroAssembler masm, Probe probe) {
    int offset = DATA_BYTES;
    for (int i = 0; i < PAIRS; i++) {
      Gp a = probe.gp().get(i);
      int other = i == 0 ? 0 : i + 1;
      Gp b = probe.gp().get(other);
      for (Width width : COMPARED) {
        for (Cond cond : Cond.values()) {
          offset = note(masm, probe, offset, holds -> masm.branch(width, cond, a, b, holds));
        }
      }
      Fp c = probe.fp().get(i);
      Fp d = probe.fp().get(other);
      for (FpCond cond : FpCond.values()) {
        offset = note(masm, probe, offset, holds -> masm.branchFp(cond, c, d, holds));
      }
    }
  }

  private static int note(MacroAssembler masm, Probe probe, int offset, Consumer<Label> branch) {
    Label holds = masm.newLabel();
    branch.accept(holds);
    masm.storeImm(Width.BITS8, 1, probe.data(offset));
    masm.bind(holds);
    return offset + 1;
  }

  private static int watch(MacroAssembler masm, Probe probe, int offset) {
    int next = offset;
    for (Gp register : probe.gp()) {
      masm.store(Width.BITS64, register, probe.data(next));
      next += Long.BYTES;
    }
    for (Fp register : probe.fp()) {
      masm.storeFp(register, probe.data(next));
      next += Long.BYTES;
    }
    return next;
  }

  private static void compare(Trial trial, Target one, Target other, String when, byte[] expected, byte[] actual) {
    int at = Arrays.mismatch(expected, actual);
    trial.that(at < 0, () -> when + ": " + one + " and " + other + " differ at byte " + at + " of registers, memory and what was watched: "
        + word(expected, at) + " and " + word(actual, at));
  }

  private static String word(byte[] bytes, int at) {
    StringBuilder text = new StringBuilder("0x");
    for (int i = (at & -Long.BYTES) + Long.BYTES - 1; i >= (at & -Long.BYTES); i--) {
      text.append("%02x".formatted(bytes[i]));
    }
    return text.toString();
  }
}
