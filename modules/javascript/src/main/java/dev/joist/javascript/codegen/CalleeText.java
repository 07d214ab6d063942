package dev.joist.javascript.codegen;

import dev.joist.javascript.parser.ir.AccessNode;
import dev.joist.javascript.parser.ir.CallNode;
import dev.joist.javascript.parser.ir.Expression;
import dev.joist.javascript.parser.ir.IdentNode;
import dev.joist.javascript.parser.ir.IndexNode;
import dev.joist.javascript.parser.ir.LiteralNode;

/** What an error message calls an expression: "x is not a function", "o.x is not iterable". The wording is V8's. */
final class CalleeText {
  private static final String UNNAMED = "(intermediate value)";

  /** Longer chains of accesses are cut. */
  private static final int MAX_DEPTH = 16;

  private CalleeText() {}

  static String of(Expression expression) {
    return of(expression, 0);
  }

  private static String of(Expression expression, int depth) {
    if (depth > MAX_DEPTH) {
      return UNNAMED;
    }
    return switch (expression) {
      case IdentNode ident when ident.isSuper() -> UNNAMED;
      case IdentNode ident -> ident.getName();
      case AccessNode access ->
          of(access.getBase(), depth + 1) + (access.isOptional() ? "?." : ".") + access.getProperty();
      case IndexNode index ->
          of(index.getBase(), depth + 1)
              + (index.isOptional() ? "?." : "")
              + ("[" + of(index.getIndex(), depth + 1) + "]");
      case CallNode call -> of(call.getFunction(), depth + 1) + "(...)";
      case LiteralNode<?> literal when literal.isString() -> "\"" + literal.getString() + "\"";
      case LiteralNode<?> literal when !literal.isArray() -> literal.getString();
      default -> UNNAMED;
    };
  }
}
