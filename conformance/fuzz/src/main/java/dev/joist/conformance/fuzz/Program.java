package dev.joist.conformance.fuzz;

import dev.joist.bytecode.BytecodeException;
import dev.joist.bytecode.Constant;
import dev.joist.bytecode.FunctionTemplate;
import dev.joist.bytecode.OpcodeTable;
import dev.joist.bytecode.Verifier;
import dev.joist.bytecode.text.BytecodeReader;
import dev.joist.bytecode.text.BytecodeSyntaxException;
import dev.joist.bytecode.text.BytecodeWriter;
import dev.joist.javascript.codegen.ScriptCompiler;
import dev.joist.javascript.source.JsSyntaxError;
import dev.joist.javascript.source.Source;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * A program to run in all ways.
 *
 * @param text what it is read from, and can be reduced in
 * @param template its function: of bytecode it takes arguments, of JavaScript it is a script
 */
public record Program(Kind kind, String text, FunctionTemplate template) {
  /** What a program is written in. */
  public enum Kind {
    BYTECODE("joist", 500, 20), JAVASCRIPT("js", 20, 2);

    private final String suffix;
    private final int batch;
    private final int collecting;

    Kind(String suffix, int batch, int collecting) {
      this.suffix = suffix;
      this.batch = batch;
      this.collecting = collecting;
    }

    /** Programs that share engines. */
    int batch() {
      return batch;
    }

    /** Programs that collecting at every safepoint does not take too long with. */
    int collecting() {
      return collecting;
    }

    /** Of files. */
    public String suffix() {
      return suffix;
    }
  }

  private static final OpcodeTable TABLE = Installed.opcodes().table();
  private static final ScriptCompiler COMPILER = new ScriptCompiler(TABLE);

  /** The program that a seed makes: always the same one. Bytecode is written as text and read again, so that this is tried as well. */
  public static Program random(Kind kind, long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    return switch (kind) {
      case BYTECODE -> {
        String text = BytecodeWriter.write(TABLE, RandomFunctions.make(TABLE, random));
        FunctionTemplate template = BytecodeReader.read(TABLE, "seed " + seed, text);
        Verifier.verify(TABLE, template);
        yield new Program(kind, text, template);
      }
      case JAVASCRIPT -> {
        String text = RandomScripts.make(random);
        yield new Program(kind, text, COMPILER.compileScript(new Source("random.js", text)));
      }
    };
  }

  /** Reads a text; empty when it is no program. */
  public static Optional<Program> read(Kind kind, String text) {
    try {
      FunctionTemplate template = switch (kind) {
        case BYTECODE -> BytecodeReader.read(TABLE, "text", text);
        case JAVASCRIPT -> COMPILER.compileScript(new Source("random.js", text));
      };
      Verifier.verify(TABLE, template);
      return Optional.of(new Program(kind, text, template));
    } catch (BytecodeException | BytecodeSyntaxException | JsSyntaxError refused) {
      return Optional.empty();
    }
  }

  /** All its functions. */
  public Set<FunctionTemplate> templates() {
    Set<FunctionTemplate> found = Collections.newSetFromMap(new IdentityHashMap<>());
    collect(template, found);
    return found;
  }

  private static void collect(FunctionTemplate function, Set<FunctionTemplate> found) {
    if (found.add(function)) {
      for (Constant constant : function.constants()) {
        if (constant instanceof Constant.Function nested) {
          collect(nested.template(), found);
        }
      }
    }
  }
}
