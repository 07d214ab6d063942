package dev.joist.javascript.codegen;

import dev.joist.javascript.parser.TokenType;
import dev.joist.javascript.parser.ir.AccessNode;
import dev.joist.javascript.parser.ir.BaseNode;
import dev.joist.javascript.parser.ir.BinaryNode;
import dev.joist.javascript.parser.ir.Expression;
import dev.joist.javascript.parser.ir.IdentNode;
import dev.joist.javascript.parser.ir.IndexNode;
import dev.joist.javascript.parser.ir.LiteralNode;
import dev.joist.javascript.parser.ir.OptionalExpression;
import dev.joist.javascript.parser.ir.UnaryNode;
import java.math.BigInteger;

/** Unary and binary operators that assign nothing. */
final class Operators {
  private final FunctionGenerator g;

  Operators(FunctionGenerator g) {
    this.g = g;
  }

  /** The opcode of a binary operator or of the operator in a compound assignment; null if it is none. */
  static String opcode(TokenType operator) {
    return switch (operator) {
      case ADD, ASSIGN_ADD -> "Add";
      case SUB, ASSIGN_SUB -> "Sub";
      case MUL, ASSIGN_MUL -> "Mul";
      case DIV, ASSIGN_DIV -> "Div";
      case MOD, ASSIGN_MOD -> "Rem";
      case EXP, ASSIGN_EXP -> "Exp";
      case BIT_AND, ASSIGN_BIT_AND -> "BitAnd";
      case BIT_OR, ASSIGN_BIT_OR -> "BitOr";
      case BIT_XOR, ASSIGN_BIT_XOR -> "BitXor";
      case SHL, ASSIGN_SHL -> "ShiftLeft";
      case SAR, ASSIGN_SAR -> "ShiftRight";
      case SHR, ASSIGN_SHR -> "ShiftRightUnsigned";
      case EQ -> "Eq";
      case NE -> "NotEq";
      case EQ_STRICT -> "StrictEq";
      case NE_STRICT -> "StrictNotEq";
      case LT -> "LessThan";
      case LE -> "LessEqual";
      case GT -> "GreaterThan";
      case GE -> "GreaterEqual";
      case INSTANCEOF -> "InstanceOf";
      case IN -> "In";
      default -> null;
    };
  }

  void binary(BinaryNode node, int result) {
    if (node.isAssignment()) {
      g.assignments().into(node, result);
      return;
    }
    switch (node.tokenType()) {
      case COMMARIGHT -> {
        g.expressions().effect(node.getLhs());
        g.expressions().into(node.getRhs(), result);
      }
      case AND, OR, NULLISHCOALESC -> logical(node, result);
      case IN -> {
        if (node.getLhs() instanceof IdentNode name && name.isPrivateInCheck()) {
          privateIn(node, name, result);
        } else {
          arithmetic(node, result);
        }
      }
      default -> arithmetic(node, result);
    }
  }

  private void arithmetic(BinaryNode node, int result) {
    String opcode = opcode(node.tokenType());
    if (opcode == null) {
      throw g.unsupported("Operator " + node.tokenType() + " is", node);
    }
    int left = g.expressions().operandIn(result, node.getLhs(), node.getRhs());
    int right = g.expressions().value(node.getRhs());
    g.code().at(node.getStart(), node.tokenType() == TokenType.INSTANCEOF ? CalleeText.of(node.getRhs()) : null);
    g.code().emit(opcode, result, left, right);
  }

  private void privateIn(BinaryNode node, IdentNode name, int result) {
    int object = g.expressions().value(node.getRhs());
    int key = g.registers().temp();
    g.variables().load(g.variables().resolve(name.getName()), key);
    g.code().at(node.getStart());
    g.code().emit("HasPrivate", result, object, key);
  }

  private void logical(BinaryNode node, int result) {
    int value = g.registers().isVariable(result) ? g.registers().temp() : result;
    Label end = new Label();
    g.expressions().into(node.getLhs(), value);
    g.code().jump(skip(node.tokenType()), end, value);
    g.expressions().into(node.getRhs(), value);
    g.code().bind(end);
    if (value != result) {
      g.code().emit("Move", result, value);
    }
  }

  /** The jump past the right operand of a logical operator or assignment. */
  static String skip(TokenType operator) {
    return switch (operator) {
      case AND, ASSIGN_AND -> "JumpIfFalse";
      case OR, ASSIGN_OR -> "JumpIfTrue";
      case NULLISHCOALESC, ASSIGN_NULLCOAL -> "JumpIfNotNullish";
      default -> throw new IllegalArgumentException(operator + " is no logical operator");
    };
  }

  void unary(UnaryNode node, int result) {
    switch (node.tokenType()) {
      case NEW -> g.calls().construct(node, result);
      case SUB -> {
        if (node.getExpression() instanceof LiteralNode<?> literal
            && literal.getValue() instanceof Number number
            && !(number instanceof BigInteger)) {
          g.expressions().number(-number.doubleValue(), result);
        } else {
          simple("Neg", node, result);
        }
      }
      case ADD -> simple("ToNumber", node, result);
      case BIT_NOT -> simple("BitNot", node, result);
      case NOT -> simple("LogicalNot", node, result);
      case TYPEOF -> typeOf(node, result);
      case VOID -> {
        g.expressions().effect(node.getExpression());
        g.code().emit("LoadUndefined", result);
      }
      case DELETE -> delete(node, result);
      case INCPREFIX, DECPREFIX, INCPOSTFIX, DECPOSTFIX -> g.assignments().update(node, result);
      case NAMEDEVALUATION -> g.expressions().into(node.getExpression(), result);
      case YIELD -> g.generators().yield(node, result);
      case YIELD_STAR -> g.generators().delegate(node, result);
      case AWAIT -> g.generators().await(node, result);
      default -> throw g.unsupported("Operator " + node.tokenType() + " is", node);
    }
  }

  private void simple(String opcode, UnaryNode node, int result) {
    int operand = g.expressions().operandIn(result, node.getExpression());
    g.code().at(node.getStart());
    g.code().emit(opcode, result, operand);
  }

  private void typeOf(UnaryNode node, int result) {
    if (node.getExpression() instanceof IdentNode ident
        && !ident.isThis()
        && !ident.isMetaProperty()
        && !(g.variables().resolve(ident.getName()).place() instanceof Place.Register)) {
      int value = g.registers().temp();
      g.code().at(ident.getStart());
      g.variables().loadIfDefined(g.variables().resolve(ident.getName()), value);
      g.code().emit("TypeOf", result, value);
    } else {
      simple("TypeOf", node, result);
    }
  }

  private void delete(UnaryNode node, int result) {
    Expression target = node.getExpression();
    switch (target) {
      case OptionalExpression chain when chain.isOptionalChain() && chain instanceof BaseNode access ->
          g.chains().delete(access, result);
      case BaseNode access when access.isSuper() -> {
        g.code().at(node.getStart());
        g.code().emit("ThrowError", 2, g.code().string("Unsupported reference to 'super'"));
        g.code().emit("LoadTrue", result);
      }
      case BaseNode access -> {
        int object = g.expressions().operandIn(result, access.getBase(), keyOf(access));
        deleteProperty(access, object, result);
      }
      case IdentNode ident when !ident.isThis() && !ident.isMetaProperty() -> deleteVariable(ident, result);
      default -> {
        g.expressions().effect(target);
        g.code().emit("LoadTrue", result);
      }
    }
  }

  private static Expression[] keyOf(BaseNode access) {
    return access instanceof IndexNode index ? new Expression[] {index.getIndex()} : new Expression[0];
  }

  /** Deletes the property that a node names of an object that is evaluated already. */
  void deleteProperty(BaseNode node, int object, int result) {
    switch (node) {
      case AccessNode access -> {
        g.code().at(Positions.access(access), CalleeText.of(access.getBase()));
        g.code().emit("DeleteProperty", result, object, g.code().string(access.getProperty()));
      }
      case IndexNode index -> {
        int key = g.expressions().value(index.getIndex());
        g.code().at(Positions.access(index), CalleeText.of(index.getBase()));
        g.code().emit("DeleteElement", result, object, key);
      }
      default -> throw g.unsupported("Deleting " + node + " is", node);
    }
  }

  /** Only a property of the global object can be deleted: sloppy code may try. */
  private void deleteVariable(IdentNode ident, int result) {
    deleteVariable(ident, g.variables().resolve(ident.getName()), result);
  }

  private void deleteVariable(IdentNode ident, Variable variable, int result) {
    if (variable.place() instanceof Place.Dynamic dynamic) {
      g.variables().deleteDynamic(variable, dynamic, result, () -> deleteVariable(ident, dynamic.otherwise(), result));
      return;
    }
    if (!(variable.place() instanceof Place.Global)) {
      g.code().emit("LoadFalse", result);
      return;
    }
    int global = g.registers().temp();
    g.code().emit("LoadUndefined", global);
    g.code().emit("CoerceThis", global);
    g.code().at(ident.getStart());
    g.code().emit("DeleteProperty", result, global, g.code().string(ident.getName()));
  }
}
