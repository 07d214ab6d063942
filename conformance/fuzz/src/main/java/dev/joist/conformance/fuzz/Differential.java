package dev.joist.conformance.fuzz;

import dev.joist.bytecode.FunctionTemplate;
import dev.joist.bytecode.OpcodeTable;
import dev.joist.bytecode.Verifier;
import dev.joist.bytecode.text.BytecodeReader;
import dev.joist.bytecode.text.BytecodeWriter;
import dev.joist.embedding.Engine;
import dev.joist.embedding.EngineOptions;
import dev.joist.embedding.JitMode;
import dev.joist.embedding.ScriptException;
import dev.joist.embedding.Stress;
import dev.joist.plugin.standard.StandardOpcodes;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGeneratorFactory;
import java.util.random.RandomGenerator;

/** Makes a program from a seed, runs it in all ways, and says what differs. */
public final class Differential {
  private static final OpcodeTable TABLE = StandardOpcodes.table();

  private static final Map<String, EngineOptions> SCRIPT_MODES = scriptModes();

  private Differential() {}

  private static Map<String, EngineOptions> scriptModes() {
    Map<String, EngineOptions> modes = new LinkedHashMap<>();
    EngineOptions defaults = EngineOptions.DEFAULTS;
    modes.put("interpreter", defaults.withJit(JitMode.OFF));
    modes.put("threshold 1", defaults.withJitThreshold(1));
    modes.put("threshold 5", defaults.withJitThreshold(5));
    modes.put("speculative, guards failing", defaults.withJitThreshold(5).withStress(EnumSet.of(Stress.DEOPTIMIZE))
        .withStrategies(defaults.strategies().withIc("speculative")));
    modes.put("collecting", defaults.withJitThreshold(5).withStress(EnumSet.of(Stress.COLLECT, Stress.POISON)));
    return modes;
  }

  private static RandomGenerator random(long seed) {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  /** The bytecode that a seed makes. */
  public static FunctionTemplate bytecode(long seed) {
    FunctionTemplate function = RandomFunctions.make(TABLE, random(seed));
    Verifier.verify(TABLE, function);
    return function;
  }

  /** The program that a seed makes. */
  public static String script(long seed) {
    return RandomScripts.make(random(seed));
  }

  /** Runs a seed's bytecode; empty when all agree, else a report with the program. */
  public static Optional<String> checkBytecode(long seed) {
    FunctionTemplate function = bytecode(seed);
    String text = BytecodeWriter.write(TABLE, function);
    if (!BytecodeWriter.write(TABLE, BytecodeReader.read(TABLE, "seed " + seed, text)).equals(text)) {
      return Optional.of("bytecode of seed " + seed + " is not what its text reads as:\n" + text);
    }
    List<String> ways = new ArrayList<>(List.of("interpreter"));
    List<String> results = new ArrayList<>(List.of(run(BytecodeEngine.Mode.INTERPRETER, function)));
    for (BytecodeEngine.Mode mode : BytecodeEngine.Mode.others()) {
      ways.add(mode.toString());
      results.add(run(mode, function));
    }
    return compare("bytecode", seed, text, ways, results);
  }

  private static String run(BytecodeEngine.Mode mode, FunctionTemplate function) {
    try (BytecodeEngine engine = new BytecodeEngine(mode)) {
      return engine.run(function);
    } catch (RuntimeException | Error failure) {
      return describe(failure);
    }
  }

  private static String describe(Throwable failure) {
    StringBuilder text = new StringBuilder("failed: " + failure);
    for (StackTraceElement frame : failure.getStackTrace()) {
      text.append("\n    ").append(frame);
    }
    return text.toString();
  }

  /** Runs a seed's script; empty when all agree, else a report with the program. */
  public static Optional<String> checkScript(long seed) {
    String source = script(seed);
    List<String> results = new ArrayList<>();
    SCRIPT_MODES.forEach((_, options) -> results.add(run(options, source)));
    return compare("javascript", seed, source, List.copyOf(SCRIPT_MODES.keySet()), results);
  }

  private static String run(EngineOptions options, String source) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8);
    String end = "";
    try (Engine engine = Engine.create(options.withOutput(out, out))) {
      engine.eval("random.js", source);
    } catch (ScriptException thrown) {
      end = thrown.report();
    } catch (RuntimeException | Error failure) {
      end = describe(failure);
    }
    out.flush();
    return bytes.toString(StandardCharsets.UTF_8) + end;
  }

  private static Optional<String> compare(String kind, long seed, String program, List<String> ways, List<String> results) {
    if (results.getFirst().startsWith("failed: ")) {
      return Optional.of(kind + " of seed " + seed + " fails in the interpreter:\n" + program + results.getFirst());
    }
    for (int i = 1; i < results.size(); i++) {
      if (!results.get(i).equals(results.getFirst())) {
        return Optional.of(kind + " of seed " + seed + " differs:\n" + program + "\n--- " + ways.getFirst() + "\n" + results.getFirst() + "\n--- "
            + ways.get(i) + "\n" + results.get(i));
      }
    }
    return Optional.empty();
  }
}
