package dev.joist.javascript.codegen;

import dev.joist.bytecode.FunctionKind;
import dev.joist.bytecode.FunctionTemplate;
import dev.joist.bytecode.OpcodeTable;
import dev.joist.javascript.parser.ir.ExpressionStatement;
import dev.joist.javascript.parser.ir.FunctionNode;
import dev.joist.javascript.parser.ir.Statement;
import dev.joist.javascript.source.BigStack;
import dev.joist.javascript.source.JsSyntaxError;
import dev.joist.javascript.source.Parsing;
import dev.joist.javascript.source.Source;
import java.util.List;
import java.util.function.Consumer;

/** JavaScript source to bytecode. Keeps no state: may be used for any number of sources, on any thread. */
public final class ScriptCompiler {
  /** What stacks call the source of {@code Function(...)}. */
  private static final String DYNAMIC = "<anonymous>";

  /** Text so short cannot nest so deep that it needs a stack of its own, and a thread's start takes longer than to compile it. */
  private static final int SHORT = 100;

  private final OpcodeTable opcodes;
  private final RegExpSyntax regExps;

  /**
   * A compiler that refuses regular expression literals with errors.
   *
   * @param opcodes must link the standard opcodes
   */
  public ScriptCompiler(OpcodeTable opcodes, RegExpSyntax regExps) {
    this.opcodes = opcodes;
    this.regExps = regExps;
  }

  /**
   * A compiler that leaves errors in regular expression literals to their evaluation.
   *
   * @param opcodes must link the standard opcodes
   */
  public ScriptCompiler(OpcodeTable opcodes) {
    this(opcodes, RegExpSyntax.UNCHECKED);
  }

  /**
   * A script to be run for its effects; its function returns undefined.
   *
   * @throws JsSyntaxError if the source is not a script, or uses what is not supported
   */
  public FunctionTemplate compileScript(Source source) {
    return compile(unit(source, false));
  }

  /**
   * A script whose function returns the value of the last expression statement that ran.
   *
   * @throws JsSyntaxError as {@link #compileScript}
   */
  public FunctionTemplate compileForValue(Source source) {
    return compile(unit(source, true));
  }

  /**
   * A CommonJS module: a script whose value is the function that node makes of a file, with the parameters
   * {@code exports, require, module, __filename, __dirname}.
   *
   * @throws JsSyntaxError as {@link #compileScript}
   */
  public FunctionTemplate compileModule(String file, String text) {
    String body = text.startsWith("#!") ? "//" + text.substring(2) : text;
    return compileFunction(
        Source.wrapped(file, "(function (exports, require, module, __filename, __dirname) {", body, "\n})"));
  }

  /**
   * What {@code Function(...)} makes: a script whose value is the function.
   *
   * @param parameters joined by commas
   * @param kind NORMAL, GENERATOR, ASYNC or ASYNC_GENERATOR
   * @throws JsSyntaxError if parameters or body are invalid, or use what is not supported
   */
  public FunctionTemplate compileDynamicFunction(String parameters, String body, FunctionKind kind) {
    BigStack.call(
        () -> {
          Parsing.checkFunctionParts(new Source(DYNAMIC, parameters), new Source(DYNAMIC, body), kind);
          return null;
        });
    String head = (kind.isAsync() ? "(async function" : "(function") + (kind.isGenerator() ? "* anonymous(" : " anonymous(");
    return compileFunction(Source.wrapped(DYNAMIC, head, parameters + "\n) {\n" + body, "\n})"));
  }

  /**
   * Code for eval: a function without parameters that returns the code's completion value.
   *
   * @param context of a direct eval, the constant of the instruction that calls it, and its function then runs in that instruction's scope;
   *     empty for an indirect eval
   * @throws JsSyntaxError as {@link #compileScript}
   */
  public FunctionTemplate compileEval(Source source, String context) {
    Unit unit = unit(source, true);
    try {
      return source.text().length() <= SHORT ? eval(unit, context) : BigStack.call(() -> eval(unit, context));
    } catch (StackOverflowError e) {
      throw new JsSyntaxError("Source is nested too deeply", source, 0);
    }
  }

  private static FunctionTemplate eval(Unit unit, String context) {
    EvalContext around = context.isEmpty() ? EvalContext.GLOBAL : EvalContext.read(unit, context);
    return EvalGenerator.generate(unit, Parsing.eval(unit.source(), around.isStrict(), around.scope()), around);
  }

  private Unit unit(Source source, boolean completion) {
    return new Unit(opcodes, regExps, source, completion);
  }

  private FunctionTemplate compileFunction(Source wrapped) {
    return compile(
        unit(wrapped, true),
        program -> {
          List<Statement> statements = program.getBody().getStatements();
          boolean wholeFunction =
              statements.size() == 1
                  && statements.getFirst() instanceof ExpressionStatement statement
                  && statement.getExpression() instanceof FunctionNode;
          if (!wholeFunction) {
            throw new JsSyntaxError("Unexpected token '}'", wrapped, wrapped.text().length());
          }
        });
  }

  private static FunctionTemplate compile(Unit unit) {
    return compile(unit, program -> { });
  }

  private static FunctionTemplate compile(Unit unit, Consumer<FunctionNode> check) {
    try {
      return BigStack.call(
          () -> {
            FunctionNode program = Parsing.script(unit.source());
            check.accept(program);
            return ScriptGenerator.generate(unit, program);
          });
    } catch (StackOverflowError e) {
      throw new JsSyntaxError("Source is nested too deeply", unit.source(), 0);
    }
  }
}
