package dev.joist.javascript.source;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parser's messages in the words that people know from V8; those without a counterpart there stay as they are. */
final class SyntaxMessages {
  private static final Set<String> KEYWORDS =
      Set.of(
          "break", "case", "catch", "class", "const", "continue", "debugger", "default", "delete", "do", "else", "enum",
          "export", "extends", "false", "finally", "for", "function", "if", "import", "in", "instanceof", "new", "null",
          "return", "super", "switch", "this", "throw", "true", "try", "typeof", "var", "void", "while", "with");

  private static final String DUPLICATE_PARAMETER = "Duplicate parameter name not allowed in this context";

  private static final Map<Pattern, Function<MatchResult, String>> WORDINGS = new LinkedHashMap<>();

  static {
    put("Expected .* but found (.*)", match -> unexpected(match.group(1)));
    put("Unexpected token: (.*)", match -> unexpected(match.group(1)));
    put(
        "Variable \"(.*)\" has already been declared",
        match -> "Identifier '" + match.group(1) + "' has already been declared");
    put("Missing assignment to constant \".*\"", match -> "Missing initializer in const declaration");
    put("Missing assignment in destructuring declaration", match -> "Missing initializer in destructuring declaration");
    put("Missing close quote", match -> "Invalid or unexpected token");
    put("Invalid left hand side for assignment", match -> "Invalid left-hand side in assignment");
    put("Invalid return statement", match -> "Illegal return statement");
    put("Undefined Label \"(.*)\"", match -> "Undefined label '" + match.group(1) + "'");
    put("Duplicate Label \"(.*)\"", match -> "Label '" + match.group(1) + "' has already been declared");
    put("Switch already has default case", match -> "More than one default clause in switch statement");
    put(
        "\"with\" statement cannot be used in strict mode",
        match -> "Strict mode code may not include a with statement");
    put(
        "cannot delete identifier \".*\" in strict mode",
        match -> "Delete of an unqualified identifier in strict mode.");
    put("Illegal continue statement", match -> "Illegal continue statement: no surrounding iteration statement");
    put("\"(eval|arguments)\" cannot be used as .*", match -> "Unexpected eval or arguments in strict mode");
    put("strict mode function cannot have duplicate parameter name .*", match -> DUPLICATE_PARAMETER);
    put("invalid use of keyword super", match -> "'super' keyword unexpected here");
    put("new.target expression is only allowed in functions", match -> "new.target expression is not allowed here");
    put("Class contains more than one constructor", match -> "A class may only have one constructor");
  }

  private SyntaxMessages() {}

  private static void put(String pattern, Function<MatchResult, String> wording) {
    WORDINGS.put(Pattern.compile(pattern, Pattern.DOTALL), wording);
  }

  /** @param message the parser's own, without a location */
  static String of(String message) {
    for (Map.Entry<Pattern, Function<MatchResult, String>> wording : WORDINGS.entrySet()) {
      Matcher matcher = wording.getKey().matcher(message);
      if (matcher.matches()) {
        return wording.getValue().apply(matcher.toMatchResult());
      }
    }
    return message;
  }

  private static String unexpected(String token) {
    if (token.equals("eof")) {
      return "Unexpected end of input";
    }
    if (token.isEmpty() || token.equals("error")) {
      return "Invalid or unexpected token";
    }
    char first = token.charAt(0);
    if (first == '"' || first == '\'') {
      return "Unexpected string";
    }
    if (first == '`') {
      return "Unexpected template string";
    }
    if (Character.isDigit(first)) {
      return "Unexpected number";
    }
    if (Character.isJavaIdentifierStart(first) && !KEYWORDS.contains(token)) {
      return "Unexpected identifier '" + token + "'";
    }
    return "Unexpected token '" + token + "'";
  }
}
