package dev.joist.javascript.codegen;

import dev.joist.javascript.parser.TokenType;
import dev.joist.javascript.parser.ir.BinaryNode;
import dev.joist.javascript.parser.ir.Expression;
import dev.joist.javascript.parser.ir.IdentNode;
import dev.joist.javascript.parser.ir.JoinPredecessorExpression;
import dev.joist.javascript.parser.ir.LiteralNode;
import dev.joist.javascript.parser.ir.UnaryNode;

/** Expressions whose truth decides a jump. */
final class Conditions {
  private final FunctionGenerator g;

  Conditions(FunctionGenerator g) {
    this.g = g;
  }

  /** Jumps to the target (forward) if the expression's truth is the wanted one; goes on otherwise. */
  void branch(Expression expression, Label target, boolean wanted) {
    int mark = g.registers().mark();
    switch (expression) {
      case JoinPredecessorExpression join -> branch(join.getExpression(), target, wanted);
      case LiteralNode<?> literal when literal.getValue() instanceof Boolean truth -> {
        if (truth == wanted) {
          g.code().jump("Jump", target);
        }
      }
      case UnaryNode not when not.tokenType() == TokenType.NOT -> branch(not.getExpression(), target, !wanted);
      case BinaryNode and when and.tokenType() == TokenType.AND -> both(and, target, wanted);
      case BinaryNode or when or.tokenType() == TokenType.OR -> either(or, target, wanted);
      case BinaryNode comma when comma.tokenType() == TokenType.COMMARIGHT -> {
        g.expressions().effect(comma.getLhs());
        branch(comma.getRhs(), target, wanted);
      }
      case BinaryNode comparison when jump(comparison.tokenType(), wanted) != null ->
          compare(comparison, target, wanted);
      default -> {
        int value = g.expressions().value(expression);
        g.code().jump(wanted ? "JumpIfTrue" : "JumpIfFalse", target, value);
      }
    }
    g.registers().release(mark);
  }

  private void both(BinaryNode and, Label target, boolean wanted) {
    if (wanted) {
      Label end = new Label();
      branch(and.getLhs(), end, false);
      branch(and.getRhs(), target, true);
      g.code().bind(end);
    } else {
      branch(and.getLhs(), target, false);
      branch(and.getRhs(), target, false);
    }
  }

  private void either(BinaryNode or, Label target, boolean wanted) {
    if (wanted) {
      branch(or.getLhs(), target, true);
      branch(or.getRhs(), target, true);
    } else {
      Label end = new Label();
      branch(or.getLhs(), end, true);
      branch(or.getRhs(), target, false);
      g.code().bind(end);
    }
  }

  private void compare(BinaryNode node, Label target, boolean wanted) {
    TokenType operator = node.tokenType();
    boolean loose = operator == TokenType.EQ || operator == TokenType.NE;
    boolean jumpIfEqual = wanted == (operator == TokenType.EQ || operator == TokenType.EQ_STRICT);
    if (loose && (isNull(node.getRhs()) || isUndefined(node.getRhs()))) {
      int value = g.expressions().value(node.getLhs());
      g.code().jump(jumpIfEqual ? "JumpIfNullish" : "JumpIfNotNullish", target, value);
      return;
    }
    boolean strict = operator == TokenType.EQ_STRICT || operator == TokenType.NE_STRICT;
    if (strict && isUndefined(node.getRhs())) {
      int value = g.expressions().value(node.getLhs());
      g.code().jump(jumpIfEqual ? "JumpIfUndefined" : "JumpIfNotUndefined", target, value);
      return;
    }
    int left = g.expressions().operand(node.getLhs(), node.getRhs());
    int right = g.expressions().value(node.getRhs());
    g.code().at(node.getStart());
    g.code().jump(jump(operator, wanted), target, left, right);
  }

  private static String jump(TokenType operator, boolean wanted) {
    return switch (operator) {
      case EQ -> wanted ? "JumpIfEq" : "JumpIfNotEq";
      case NE -> wanted ? "JumpIfNotEq" : "JumpIfEq";
      case EQ_STRICT -> wanted ? "JumpIfStrictEq" : "JumpIfStrictNotEq";
      case NE_STRICT -> wanted ? "JumpIfStrictNotEq" : "JumpIfStrictEq";
      case LT -> wanted ? "JumpIfLess" : "JumpIfNotLess";
      case LE -> wanted ? "JumpIfLessEqual" : "JumpIfNotLessEqual";
      case GT -> wanted ? "JumpIfGreater" : "JumpIfNotGreater";
      case GE -> wanted ? "JumpIfGreaterEqual" : "JumpIfNotGreaterEqual";
      default -> null;
    };
  }

  private static boolean isNull(Expression expression) {
    return expression instanceof LiteralNode<?> literal && !literal.isArray() && literal.getValue() == null;
  }

  private boolean isUndefined(Expression expression) {
    return switch (expression) {
      case IdentNode ident -> ident.getName().equals("undefined") && g.scopes().find("undefined") == null;
      case UnaryNode unary -> unary.tokenType() == TokenType.VOID && unary.getExpression() instanceof LiteralNode<?>;
      default -> false;
    };
  }
}
