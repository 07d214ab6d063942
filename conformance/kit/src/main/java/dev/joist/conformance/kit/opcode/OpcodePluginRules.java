package dev.joist.conformance.kit.opcode;

import dev.joist.conformance.kit.Kit;
import dev.joist.conformance.kit.Rule;
import dev.joist.conformance.kit.Trial;
import dev.joist.embedding.Engine;
import dev.joist.embedding.EngineOptions;
import dev.joist.embedding.EngineStatistics;
import dev.joist.embedding.JitMode;
import dev.joist.embedding.Stress;
import dev.joist.embedding.Value;
import dev.joist.spi.JoistPlugin;
import dev.joist.spi.SpiVersion;
import dev.joist.spi.opcode.OpcodeDefinition;
import java.util.List;
import java.util.Set;

/** The rules of {@link OpcodePluginKit}. */
final class OpcodePluginRules implements Kit {
  private static final int RUNS = 3;

  private final JoistPlugin plugin;
  private final List<OpcodeProgram> programs;

  OpcodePluginRules(JoistPlugin plugin, List<OpcodeProgram> programs) {
    this.plugin = plugin;
    this.programs = List.copyOf(programs);
  }

  @Override
  public String name() {
    return "opcodes";
  }

  @Override
  public String subject() {
    return plugin.id();
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        Rule.required("plugin.version", "The plugin was built for this SPI.", this::version),
        Rule.required("plugin.names", "Each opcode's name begins with a vendor, so that it meets no other plugin's.", this::names),
        Rule.required("programs.cover", "Each opcode occurs in one of the programs.", this::cover),
        Rule.required("programs.interpreted", "Interpreted, each program gives what it should.", trial -> run(trial, interpreted())),
        Rule.required("programs.compiled", "Compiled, each program gives what it should, and nothing is declined.", trial -> run(trial, compiled())),
        Rule.required("programs.learning", "Compiled with what earlier runs have taught, each program still gives what it should.", this::learning),
        Rule.required("programs.deoptimized", "With every guard failing once, each program gives what it should.",
            trial -> run(trial, compiled().withStress(Set.of(Stress.DEOPTIMIZE)))),
        Rule.required("programs.collecting", "With a collection at every safepoint, each program gives what it should.",
            trial -> run(trial, compiled().withStress(Set.of(Stress.COLLECT, Stress.POISON)))));
  }

  private static EngineOptions interpreted() {
    return EngineOptions.DEFAULTS.withJit(JitMode.OFF);
  }

  private static EngineOptions compiled() {
    return EngineOptions.DEFAULTS.withJit(JitMode.EAGER);
  }

  private void version(Trial trial) {
    trial.executed();
    trial.that(SpiVersion.CURRENT.accepts(plugin.builtFor()), () -> "built for " + plugin.builtFor() + ", this is " + SpiVersion.CURRENT);
  }

  private void names(Trial trial) {
    for (OpcodeDefinition definition : plugin.opcodes()) {
      trial.executed();
      trial.that(definition.descriptor().name().contains("."), () -> "opcode " + definition.descriptor().name() + " names no vendor");
    }
  }

  private void cover(Trial trial) {
    for (OpcodeDefinition definition : plugin.opcodes()) {
      trial.executed();
      String opcode = definition.descriptor().name();
      trial.that(programs.stream().anyMatch(program -> program.text().lines().anyMatch(line -> line.strip().startsWith(opcode + " "))),
          () -> "opcode " + opcode + " occurs in no program");
    }
  }

  private void run(Trial trial, EngineOptions options) {
    for (OpcodeProgram program : programs) {
      try (Engine engine = Engine.create(options)) {
        check(trial, engine, program);
        checkCompiled(trial, engine, program, options);
      }
    }
  }

  /** The same function again and again: sites have seen something when it is compiled anew. */
  private void learning(Trial trial) {
    for (OpcodeProgram program : programs) {
      try (Engine engine = Engine.create(EngineOptions.DEFAULTS.withJitThreshold(2))) {
        for (int i = 0; i < RUNS; i++) {
          check(trial, engine, program);
        }
      }
    }
  }

  private static void check(Trial trial, Engine engine, OpcodeProgram program) {
    trial.executed();
    trial.equal(program.expected(), text(engine.runBytecode(program.name(), program.text())), () -> "program '" + program.name() + "'");
  }

  private static void checkCompiled(Trial trial, Engine engine, OpcodeProgram program, EngineOptions options) {
    EngineStatistics statistics = engine.statistics();
    if (options.jit() == JitMode.OFF) {
      return;
    }
    trial.that(statistics.declined().isEmpty(), () -> "program '" + program.name() + "': " + statistics.declined());
    trial.that(statistics.compiledFunctions() > 0, () -> "program '" + program.name() + "' compiled nothing");
  }

  private static String text(Value value) {
    return value.toString();
  }

  @Override
  public void close() {}
}
