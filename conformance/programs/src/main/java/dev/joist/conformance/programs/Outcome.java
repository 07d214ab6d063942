package dev.joist.conformance.programs;

import dev.joist.embedding.Engine;
import dev.joist.embedding.EngineOptions;
import dev.joist.embedding.EngineStatistics;
import dev.joist.embedding.ScriptException;
import dev.joist.embedding.ScriptSyntaxException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * What came of a run.
 *
 * @param output in the form of {@link Program#expected()}
 * @param report of the uncaught error, or empty
 * @param statistics of the engine at the end
 */
public record Outcome(String output, String report, EngineStatistics statistics) {
  /** Runs a program in an engine of its own. */
  public static Outcome of(Program program, EngineOptions options) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8);
    PrintStream discarded = new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8);
    try (Engine engine = Engine.create(options.withOutput(out, discarded))) {
      String report = run(engine, program);
      out.flush();
      String output = bytes.toString(StandardCharsets.UTF_8) + (report.isEmpty() ? "" : Program.FAILED);
      return new Outcome(output, report, engine.statistics());
    }
  }

  private static String run(Engine engine, Program program) {
    try {
      if (program.isModule()) {
        engine.runProgram(program.file(), program.source(), program.arguments());
      } else {
        engine.eval(program.name() + ".js", program.source());
      }
      return "";
    } catch (ScriptException e) {
      return e.report();
    } catch (ScriptSyntaxException e) {
      return e.report();
    }
  }
}
