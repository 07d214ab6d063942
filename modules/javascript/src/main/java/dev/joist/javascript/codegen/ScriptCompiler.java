package dev.joist.javascript.codegen;

import dev.joist.bytecode.FunctionTemplate;
import dev.joist.bytecode.OpcodeTable;
import dev.joist.javascript.source.BigStack;
import dev.joist.javascript.source.JsSyntaxError;
import dev.joist.javascript.source.Parsing;
import dev.joist.javascript.source.Source;

/** JavaScript source to bytecode. Keeps no state: may be used for any number of sources, on any thread. */
public final class ScriptCompiler {
  private final OpcodeTable opcodes;

  /** @param opcodes must link the standard opcodes */
  public ScriptCompiler(OpcodeTable opcodes) {
    this.opcodes = opcodes;
  }

  /**
   * A script to be run for its effects; its function returns undefined.
   *
   * @throws JsSyntaxError if the source is not a script, or uses what is not supported
   */
  public FunctionTemplate compileScript(Source source) {
    return compile(new Unit(opcodes, source, false));
  }

  /**
   * A script whose function returns the value of the last expression statement that ran.
   *
   * @throws JsSyntaxError as {@link #compileScript}
   */
  public FunctionTemplate compileForValue(Source source) {
    return compile(new Unit(opcodes, source, true));
  }

  private static FunctionTemplate compile(Unit unit) {
    try {
      return BigStack.call(() -> ScriptGenerator.generate(unit, Parsing.script(unit.source())));
    } catch (StackOverflowError e) {
      throw new JsSyntaxError("Source is nested too deeply", unit.source(), 0);
    }
  }
}
