package dev.joist.conformance.kit.regalloc;

import dev.joist.conformance.kit.Kit;
import dev.joist.conformance.kit.Rule;
import dev.joist.conformance.kit.Trial;
import dev.joist.embedding.Engine;
import dev.joist.embedding.EngineOptions;
import dev.joist.embedding.EngineStatistics;
import dev.joist.embedding.JitMode;
import dev.joist.embedding.Strategies;
import dev.joist.embedding.Stress;
import dev.joist.spi.regalloc.RegisterAllocator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The rules of {@link RegisterAllocatorKit}: programs do what they do interpreted. */
final class RegisterAllocatorRules implements Kit {
  private final RegisterAllocator allocator;
  private final List<String> programs;

  RegisterAllocatorRules(RegisterAllocator allocator) {
    this.allocator = allocator;
    programs = List.of(read().split("(?m)^// ==.*$"));
  }

  private static String read() {
    try (InputStream stream = RegisterAllocatorRules.class.getResourceAsStream("programs.js")) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String name() {
    return "allocator";
  }

  @Override
  public String subject() {
    return allocator.name();
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        Rule.required("programs.compiled", "Programs give what they give interpreted, and every function is compiled.", trial -> compare(trial, Set.of())),
        Rule.required("programs.learning", "The same, when functions are compiled with what they have seen.", this::learning),
        Rule.required("programs.deoptimized", "The same, when every guard fails once: frames are right wherever code is left.",
            trial -> compare(trial, Set.of(Stress.DEOPTIMIZE))),
        Rule.required("programs.collecting", "The same, with a collection at every safepoint: what lives is in its slot.",
            trial -> compare(trial, Set.of(Stress.COLLECT, Stress.POISON))),
        Rule.required("code.deterministic", "The same program gives the same code.", this::deterministic));
  }

  private EngineOptions options() {
    Strategies standard = EngineOptions.DEFAULTS.strategies();
    return EngineOptions.DEFAULTS.withStrategies(new Strategies(standard.values(), standard.backend(), standard.host(), allocator.name(), standard.ic(),
        standard.abi()));
  }

  /** What a program printed, and how it was compiled. */
  private record Run(String output, EngineStatistics statistics) {}

  private static Run run(String program, EngineOptions options) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    try (Engine engine = Engine.create(options.withOutput(out, out))) {
      engine.eval("program.js", program);
      return new Run(bytes.toString(StandardCharsets.UTF_8), engine.statistics());
    }
  }

  private void compare(Trial trial, Set<Stress> stress) {
    compare(trial, options().withJit(JitMode.EAGER).withStress(stress));
  }

  private void learning(Trial trial) {
    compare(trial, options().withJitThreshold(5));
  }

  private void compare(Trial trial, EngineOptions compiled) {
    for (String program : programs) {
      trial.executed();
      String expected = run(program, options().withJit(JitMode.OFF)).output();
      Run run = run(program, compiled);
      trial.equal(expected, run.output(), () -> "output of\n" + program);
      trial.that(run.statistics().compiledFunctions() > 0, () -> "nothing was compiled of\n" + program);
      trial.that(run.statistics().declined().isEmpty(), () -> run.statistics().declined() + " of\n" + program);
    }
  }

  private void deterministic(Trial trial) {
    List<Long> sizes = new ArrayList<>();
    for (String program : programs) {
      trial.executed();
      EngineOptions eager = options().withJit(JitMode.EAGER);
      EngineStatistics first = run(program, eager).statistics();
      EngineStatistics second = run(program, eager).statistics();
      trial.equal(first.codeBytes(), second.codeBytes(), () -> "bytes of code of\n" + program);
      trial.equal(first.allocation(), second.allocation(), () -> "allocation of\n" + program);
      sizes.add(first.codeBytes());
    }
    trial.that(sizes.stream().distinct().count() > 1, () -> "all programs have code of the same size: " + sizes);
  }

  @Override
  public void close() {}
}
