package dev.joist.javascript.codegen;

import dev.joist.javascript.parser.ir.AccessNode;
import dev.joist.javascript.parser.ir.BinaryNode;
import dev.joist.javascript.parser.ir.CallNode;
import dev.joist.javascript.parser.ir.Expression;
import dev.joist.javascript.parser.ir.FunctionNode;
import dev.joist.javascript.parser.ir.IdentNode;
import dev.joist.javascript.parser.ir.IndexNode;
import dev.joist.javascript.parser.ir.JoinPredecessorExpression;
import dev.joist.javascript.parser.ir.LiteralNode;
import dev.joist.javascript.parser.ir.TernaryNode;
import dev.joist.javascript.parser.ir.UnaryNode;

/**
 * Tells whether an expression may assign to a variable that lives in a register. Only an assignment in the expression
 * itself can: variables that closures see live in heap scopes.
 */
final class Purity {
  private Purity() {}

  static boolean mayAssign(Expression expression) {
    return switch (expression) {
      case IdentNode ident -> false;
      case FunctionNode function -> false;
      case LiteralNode.ArrayLiteralNode array -> true;
      case LiteralNode<?> literal -> false;
      case AccessNode access -> mayAssign(access.getBase());
      case IndexNode index -> mayAssign(index.getBase()) || mayAssign(index.getIndex());
      case CallNode call -> mayAssign(call.getFunction()) || call.getArgs().stream().anyMatch(Purity::mayAssign);
      case BinaryNode binary -> binary.isAssignment() || mayAssign(binary.getLhs()) || mayAssign(binary.getRhs());
      case UnaryNode unary ->
          switch (unary.tokenType()) {
            case ADD, SUB, BIT_NOT, NOT, TYPEOF, VOID, NEW, SPREAD_ARGUMENT, SPREAD_ARRAY ->
                mayAssign(unary.getExpression());
            default -> true;
          };
      case TernaryNode ternary ->
          mayAssign(ternary.getTest())
              || mayAssign(ternary.getTrueExpression())
              || mayAssign(ternary.getFalseExpression());
      case JoinPredecessorExpression join -> mayAssign(join.getExpression());
      default -> true;
    };
  }
}
