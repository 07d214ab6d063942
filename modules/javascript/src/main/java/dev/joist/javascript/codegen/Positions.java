package dev.joist.javascript.codegen;

import dev.joist.javascript.parser.ir.AccessNode;
import dev.joist.javascript.parser.ir.BaseNode;
import dev.joist.javascript.parser.ir.CallNode;
import dev.joist.javascript.parser.ir.Expression;
import dev.joist.javascript.parser.ir.IdentNode;
import dev.joist.javascript.parser.ir.IndexNode;
import dev.joist.javascript.source.Source;

/** The offset that stands for an expression in errors and stacks: the same that V8 chooses. */
final class Positions {
  private Positions() {}

  /** The property's name, or the bracket before its key. */
  static int access(BaseNode node) {
    return switch (node) {
      case AccessNode access ->
          Math.max(access.getStart(), access.getFinishWithoutParens() - access.getProperty().length());
      case IndexNode index -> index.getBase().getFinish();
      default -> node.getStart();
    };
  }

  /** The name that is called, or the parenthesis after what is called. */
  static int call(CallNode node) {
    return switch (node.getFunction()) {
      case IdentNode name -> name.getStart();
      case AccessNode access when !access.isParenthesized() -> access(access);
      case Expression other -> other.getFinish();
    };
  }

  /** The assignment operator. */
  static int assignment(Expression target, Source source) {
    String text = source.text();
    int offset = target.getFinish();
    while (offset < text.length() && Character.isWhitespace(text.charAt(offset))) {
      offset++;
    }
    return offset;
  }
}
