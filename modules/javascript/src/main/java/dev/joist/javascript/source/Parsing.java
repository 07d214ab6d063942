package dev.joist.javascript.source;

import dev.joist.bytecode.FunctionKind;
import dev.joist.javascript.parser.ErrorManager;
import dev.joist.javascript.parser.Parser;
import dev.joist.javascript.parser.ParserException;
import dev.joist.javascript.parser.ScriptEnvironment;
import dev.joist.javascript.parser.Token;
import dev.joist.javascript.parser.TokenType;
import dev.joist.javascript.parser.ir.FunctionNode;
import dev.joist.javascript.parser.ir.Scope;
import dev.joist.javascript.parser.strings.TruffleString;
import java.util.function.Function;

/** The one place where the parser is called: all of its options, and its errors as {@link JsSyntaxError}. */
public final class Parsing {
  private Parsing() {}

  /**
   * The syntax tree of a script. To be called on a deep stack: see {@link BigStack}.
   *
   * @throws JsSyntaxError if the source is no script, or nests too deeply for the stack
   */
  public static FunctionNode script(Source source) {
    return parse(source, LocatedParser::parse);
  }

  /**
   * The syntax tree of code for eval.
   *
   * @param strict whether the code around a direct eval is
   * @param around the scope of a direct eval, or null
   * @throws JsSyntaxError as {@link #script}
   */
  public static FunctionNode eval(Source source, boolean strict, Scope around) {
    boolean inFunction = around != null && around.inFunction();
    return parse(source, new LocatedParser(source, strict), parser -> parser.parseEval(inFunction, around));
  }

  /**
   * Checks what the {@code Function} constructor is given: parameters and body have to be valid each on its own.
   *
   * @param parameters joined by commas
   * @throws JsSyntaxError if one of them is not
   */
  public static void checkFunctionParts(Source parameters, Source body, FunctionKind kind) {
    parse(
        parameters,
        parser -> {
          parser.parseFormalParameterList();
          return null;
        });
    parse(body, parser -> parser.parseFunctionBody(kind.isGenerator(), kind.isAsync()));
  }

  private static FunctionNode parse(Source source, Function<LocatedParser, FunctionNode> goal) {
    return parse(source, new LocatedParser(source, false), goal);
  }

  private static FunctionNode parse(Source source, LocatedParser parser, Function<LocatedParser, FunctionNode> goal) {
    try {
      return goal.apply(parser);
    } catch (ParserException e) {
      throw error(source, e);
    } catch (StackOverflowError e) {
      throw new JsSyntaxError("Source is nested too deeply", source, parser.position(), e);
    }
  }

  private static JsSyntaxError error(Source source, ParserException e) {
    String message = SyntaxMessages.of(e.getRawMessage());
    TokenType token = Token.descType(e.getToken());
    boolean string = token == TokenType.STRING || token == TokenType.ESCSTRING;
    if (string && message.startsWith("Unexpected ")) {
      // The parser's token is what stands between the quotes.
      return new JsSyntaxError("Unexpected string", source, e.getPosition() - 1, e);
    }
    return new JsSyntaxError(message, source, e.getPosition(), e);
  }

  private static ScriptEnvironment environment() {
    return ScriptEnvironment.builder()
        .ecmaScriptVersion(ScriptEnvironment.ES_STAGING)
        .annexB(true)
        .allowBigInt(true)
        .classFields(true)
        .privateFieldsIn(true)
        .topLevelAwait(true)
        .importAttributes(true)
        .explicitResourceManagement(true)
        .shebang(true)
        .syntaxExtensions(false)
        .emptyStatements(false)
        .functionStatementBehavior(ScriptEnvironment.FunctionStatementBehavior.ERROR)
        .build();
  }

  /** Knows where it stands, for errors that are not the parser's own. */
  private static final class LocatedParser extends Parser {
    LocatedParser(Source source, boolean strict) {
      super(
          environment(),
          dev.joist.javascript.parser.Source.sourceFor(source.name(), source.text()),
          new ErrorManager.ThrowErrorManager(),
          strict);
    }

    int position() {
      return Token.descPosition(token);
    }

    @Override
    protected Function<Number, TruffleString> getNumberToStringConverter() {
      return number ->
          TruffleString.fromJavaStringUncached(
              NumberKeys.toKey(number.doubleValue()), TruffleString.Encoding.UTF_16);
    }
  }
}
