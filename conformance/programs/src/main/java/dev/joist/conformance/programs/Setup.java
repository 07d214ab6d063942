package dev.joist.conformance.programs;

import dev.joist.embedding.EngineOptions;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A way to run a program: a mode, on a machine. */
public record Setup(Mode mode, Machine machine) {
  /** On the processor most of what the others show has been seen in the simulator, which is the stricter one. */
  private static final Set<Mode> ON_THE_PROCESSOR = EnumSet.of(Mode.EAGER, Mode.COLLECTING, Mode.DEOPTIMIZING);

  /** All modes in the simulator, and some on the processor if compiled code runs there. */
  public static List<Setup> standard() {
    Stream<Setup> simulated = Arrays.stream(Mode.values()).map(mode -> new Setup(mode, Machine.SIMULATOR));
    Stream<Setup> real = ON_THE_PROCESSOR.stream().filter(_ -> Machine.PROCESSOR.isDefault()).map(mode -> new Setup(mode, Machine.PROCESSOR));
    return Stream.concat(simulated, real).toList();
  }

  /** All modes on one machine. */
  public static List<Setup> all(Machine machine) {
    return Arrays.stream(Mode.values()).map(mode -> new Setup(mode, machine)).toList();
  }

  public EngineOptions options() {
    return machine.set(mode.options());
  }

  @Override
  public String toString() {
    return mode + " on the " + machine;
  }
}
