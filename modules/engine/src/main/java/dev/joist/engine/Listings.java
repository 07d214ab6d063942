package dev.joist.engine;

import dev.joist.bytecode.Constant;
import dev.joist.bytecode.FunctionTemplate;
import dev.joist.bytecode.OpcodeTable;
import dev.joist.bytecode.text.BytecodeWriter;
import dev.joist.embedding.Engine;
import dev.joist.embedding.EngineOptions;
import dev.joist.embedding.ScriptException;
import dev.joist.embedding.ScriptSyntaxException;
import dev.joist.javascript.codegen.ScriptCompiler;
import dev.joist.javascript.source.JsSyntaxError;
import dev.joist.javascript.source.Source;
import dev.joist.spi.LinkedOpcodes;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Programs as bytecode and machine code, for tools. */
public final class Listings {
  private Listings() {}

  /**
   * A function's text.
   *
   * @param function its name, empty for scripts and functions without one
   */
  public record Listing(String function, String text) {}

  /**
   * All functions of a script as bytecode, the script itself first. The text of the script holds that of all others, so that it is a program of
   * its own.
   *
   * @throws ScriptSyntaxException when the script cannot be compiled
   */
  public static List<Listing> bytecode(String name, String text) {
    OpcodeTable table = Installation.injector().getInstance(LinkedOpcodes.class).table();
    List<Listing> listings = new ArrayList<>();
    collect(table, compile(name, text), listings);
    return listings;
  }

  /**
   * What a run has compiled.
   *
   * @param failure the error that ended the program, if one did
   */
  public record MachineCode(List<Listing> functions, Optional<ScriptException> failure) {}

  /**
   * Runs a program, and gives the machine code of all functions that are compiled in the end. What the program prints is discarded.
   *
   * @param program does all the work with the engine
   * @throws dev.joist.embedding.JoistException when the program cannot be run
   */
  public static MachineCode machineCode(EngineOptions options, Consumer<Engine> program) {
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    try (JoistEngine engine = JoistEngineProvider.newEngine(options.withOutput(nowhere, options.err()))) {
      Optional<ScriptException> failure = Optional.empty();
      try {
        program.accept(engine);
      } catch (ScriptException e) {
        failure = Optional.of(e);
      }
      return new MachineCode(engine.machineListings(), failure);
    }
  }

  private static FunctionTemplate compile(String name, String text) {
    try {
      return Installation.injector().getInstance(ScriptCompiler.class).compileScript(new Source(name, text));
    } catch (JsSyntaxError e) {
      throw Syntax.toException(e);
    }
  }

  private static void collect(OpcodeTable table, FunctionTemplate function, List<Listing> listings) {
    listings.add(new Listing(function.name(), BytecodeWriter.write(table, function)));
    for (Constant constant : function.constants()) {
      if (constant instanceof Constant.Function inner) {
        collect(table, inner.template(), listings);
      }
    }
  }
}
