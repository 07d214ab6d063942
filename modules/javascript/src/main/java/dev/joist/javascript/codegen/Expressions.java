package dev.joist.javascript.codegen;

import dev.joist.bytecode.Constant;
import dev.joist.javascript.parser.Lexer;
import dev.joist.javascript.parser.TokenType;
import dev.joist.javascript.parser.ir.AccessNode;
import dev.joist.javascript.parser.ir.BaseNode;
import dev.joist.javascript.parser.ir.BinaryNode;
import dev.joist.javascript.parser.ir.CallNode;
import dev.joist.javascript.parser.ir.ClassNode;
import dev.joist.javascript.parser.ir.Expression;
import dev.joist.javascript.parser.ir.ExpressionList;
import dev.joist.javascript.parser.ir.FunctionNode;
import dev.joist.javascript.parser.ir.IdentNode;
import dev.joist.javascript.parser.ir.IndexNode;
import dev.joist.javascript.parser.ir.JoinPredecessorExpression;
import dev.joist.javascript.parser.ir.LiteralNode;
import dev.joist.javascript.parser.ir.ObjectNode;
import dev.joist.javascript.parser.ir.ParameterNode;
import dev.joist.javascript.parser.ir.TemplateLiteralNode;
import dev.joist.javascript.parser.ir.TernaryNode;
import dev.joist.javascript.parser.ir.UnaryNode;
import dev.joist.javascript.parser.strings.TruffleString;
import dev.joist.javascript.source.JsSyntaxError;
import java.math.BigInteger;
import java.util.Iterator;

/**
 * Expressions, by what becomes of the value: into a given register, into whichever is at hand, or nothing.
 *
 * <p>Rule for {@link #into}: a result register that is a variable's is written last, when nothing that belongs to the
 * expression reads it any more; any other may serve as a temporary on the way.
 */
final class Expressions {
  private final FunctionGenerator g;

  Expressions(FunctionGenerator g) {
    this.g = g;
  }

  /** The register that holds the value: a variable's own, or a new temporary. */
  int value(Expression expression) {
    return switch (expression) {
      case JoinPredecessorExpression join -> value(join.getExpression());
      case IdentNode ident -> {
        int register = registerOf(ident);
        yield register >= 0 ? register : intoTemp(ident);
      }
      case ParameterNode parameter when !parameter.isRestParameter() -> 1 + parameter.getIndex();
      case BinaryNode assignment when assignment.isAssignment() -> g.assignments().value(assignment);
      case UnaryNode update when g.assignments().isPlainPrefixUpdate(update) -> g.assignments().prefixUpdate(update);
      default -> intoTemp(expression);
    };
  }

  private int intoTemp(Expression expression) {
    int result = g.registers().temp();
    into(expression, result);
    return result;
  }

  private int registerOf(IdentNode ident) {
    if (ident.isThis()) {
      return g.variables().thisRegister(ident);
    }
    if (ident.isMetaProperty() || ident.isSuper()) {
      return -1;
    }
    Variable variable = g.variables().resolve(ident.getName());
    int register = g.variables().registerOf(variable);
    if (register >= 0) {
      g.code().at(ident.getStart());
      g.variables().check(variable, register);
    }
    return register;
  }

  /** As {@link #value}, but sure to keep the value while the later expressions are evaluated. */
  int operand(Expression expression, Expression... later) {
    return keep(value(expression), later);
  }

  /** A register with the value that stays while the later expressions are evaluated. */
  int keep(int register, Expression... later) {
    if (!g.registers().isVariable(register)) {
      return register;
    }
    for (Expression expression : later) {
      if (Purity.mayAssign(expression)) {
        int copy = g.registers().temp();
        g.code().emit("Move", copy, register);
        return copy;
      }
    }
    return register;
  }

  /** As {@link #operand}, with a result register that may serve as the temporary if it is no variable's. */
  int operandIn(int scratch, Expression expression, Expression... later) {
    if (g.registers().isVariable(scratch) || isRegisterVariable(expression)) {
      return operand(expression, later);
    }
    into(expression, scratch);
    return scratch;
  }

  private boolean isRegisterVariable(Expression expression) {
    return switch (expression) {
      case ParameterNode parameter -> !parameter.isRestParameter();
      case IdentNode ident when ident.isThis() -> g.variables().ownsThis();
      case IdentNode ident when ident.isMetaProperty() || ident.isSuper() -> false;
      case IdentNode ident -> g.variables().registerOf(g.variables().resolve(ident.getName())) >= 0;
      default -> false;
    };
  }

  /** Evaluates and drops the value. */
  void effect(Expression expression) {
    int mark = g.registers().mark();
    switch (expression) {
      case JoinPredecessorExpression join -> effect(join.getExpression());
      case UnaryNode unary when g.assignments().isUpdate(unary) -> g.assignments().updateEffect(unary);
      case UnaryNode unary when unary.tokenType() == TokenType.VOID ->
          effect(unary.getExpression());
      case BinaryNode binary when binary.isAssignment() -> g.assignments().effect(binary);
      case BinaryNode binary when isComma(binary) -> {
        effect(binary.getLhs());
        effect(binary.getRhs());
      }
      case BinaryNode binary when binary.isLogical() && !isNullish(binary) -> {
        Label end = new Label();
        g.conditions().branch(binary.getLhs(), end, binary.tokenType() == TokenType.OR);
        effect(binary.getRhs());
        g.code().bind(end);
      }
      case TernaryNode ternary -> {
        Label otherwise = new Label();
        Label end = new Label();
        g.conditions().branch(ternary.getTest(), otherwise, false);
        effect(ternary.getTrueExpression());
        g.code().jump("Jump", end);
        g.code().bind(otherwise);
        effect(ternary.getFalseExpression());
        g.code().bind(end);
      }
      case FunctionNode function -> { }
      default -> value(expression);
    }
    g.registers().release(mark);
  }

  private static boolean isComma(BinaryNode node) {
    return node.tokenType() == TokenType.COMMARIGHT;
  }

  private static boolean isNullish(BinaryNode node) {
    return node.tokenType() == TokenType.NULLISHCOALESC;
  }

  /** Evaluates into a register. */
  void into(Expression expression, int result) {
    int mark = g.registers().mark();
    if (g.chains().begins(expression)) {
      g.chains().into(expression, result);
    } else {
      plainInto(expression, result);
    }
    g.registers().release(mark);
  }

  /** As {@link #into}; an optional chain that this is part of is handled by the caller. */
  void plainInto(Expression expression, int result) {
    switch (expression) {
      case JoinPredecessorExpression join -> into(join.getExpression(), result);
      case IdentNode ident -> ident(ident, result);
      case LiteralNode.ArrayLiteralNode array -> g.literals().array(array, result);
      case LiteralNode<?> literal -> literal(literal, result);
      case ObjectNode object -> g.literals().object(object, result);
      case TemplateLiteralNode.UntaggedTemplateLiteralNode template -> g.literals().template(template, result);
      case TemplateLiteralNode.TaggedTemplateLiteralNode template -> g.literals().templateObject(template, result);
      case BinaryNode binary -> g.operators().binary(binary, result);
      case UnaryNode unary -> g.operators().unary(unary, result);
      case TernaryNode ternary -> ternary(ternary, result);
      case BaseNode access -> access(access, result);
      case CallNode call -> g.calls().call(call, result);
      case FunctionNode function -> g.functions().closure(function, result);
      case ClassNode node -> g.classes().define(node, result);
      case ExpressionList list -> sequence(list, result);
      case ParameterNode parameter -> g.code().emit("Move", result, g.functions().parameter(parameter));
      default -> throw g.unsupported(expression.getClass().getSimpleName() + " is", expression);
    }
  }

  private void sequence(ExpressionList list, int result) {
    Iterator<? extends Expression> expressions = list.getExpressions().iterator();
    while (expressions.hasNext()) {
      Expression expression = expressions.next();
      if (expressions.hasNext()) {
        effect(expression);
      } else {
        into(expression, result);
      }
    }
  }

  private void ident(IdentNode ident, int result) {
    if (ident.isThis()) {
      g.variables().loadThis(ident, result);
    } else if (ident.isNewTarget()) {
      g.variables().loadNewTarget(result);
    } else if (ident.isMetaProperty()) {
      throw g.unsupported("'" + ident.getName() + "' is", ident);
    } else {
      variable(ident, result);
    }
  }

  private void variable(IdentNode ident, int result) {
    String name = ident.getName();
    if (g.scopes().find(name) == null) {
      // Properties of the global object that nothing can change.
      switch (name) {
        case "undefined" -> {
          g.code().emit("LoadUndefined", result);
          return;
        }
        case "NaN" -> {
          number(Double.NaN, result);
          return;
        }
        case "Infinity" -> {
          number(Double.POSITIVE_INFINITY, result);
          return;
        }
        default -> { }
      }
    }
    g.code().at(ident.getStart());
    g.variables().load(g.variables().resolve(name), result);
  }

  private void literal(LiteralNode<?> literal, int result) {
    switch (literal.getValue()) {
      case null -> g.code().emit("LoadNull", result);
      case Boolean truth -> g.code().emit(truth ? "LoadTrue" : "LoadFalse", result);
      case BigInteger big -> throw g.unsupported("BigInt literals are", literal);
      case Number number -> number(number.doubleValue(), result);
      case TruffleString string -> string(string.toJavaStringUncached(), result);
      case Lexer.RegexToken regExp -> regExp(regExp.getExpression(), regExp.getOptions(), literal.getStart(), result);
      default -> throw g.unsupported("Literal " + literal + " is", literal);
    }
  }

  private void regExp(String pattern, String flags, int start, int result) {
    g.unit().regExps().error(pattern, flags).ifPresent(message -> {
      throw new JsSyntaxError(message, g.unit().source(), start);
    });
    g.code().emit("CreateRegExp", result, g.code().string(flags + "/" + pattern));
  }

  void string(String text, int result) {
    g.code().emit("LoadConst", result, g.code().string(text));
  }

  void number(double value, int result) {
    int integer = (int) value;
    if (integer != value || (integer == 0 && 1 / value < 0)) {
      g.code().emit("LoadConst", result, g.code().constant(new Constant.Num(value)));
    } else if (integer == (byte) integer) {
      g.code().emit("LoadInt8", result, integer);
    } else {
      g.code().emit("LoadInt32", result, integer);
    }
  }

  private void ternary(TernaryNode node, int result) {
    Label otherwise = new Label();
    Label end = new Label();
    g.conditions().branch(node.getTest(), otherwise, false);
    into(node.getTrueExpression(), result);
    g.code().jump("Jump", end);
    g.code().bind(otherwise);
    into(node.getFalseExpression(), result);
    g.code().bind(end);
  }

  private void access(BaseNode node, int result) {
    if (node.isSuper()) {
      g.references().load(g.references().prepare(node), result);
      return;
    }
    int object =
        switch (node) {
          case IndexNode index -> operandIn(result, g.chains().base(index), index.getIndex());
          default -> operandIn(result, g.chains().base(node));
        };
    g.chains().shortCircuit(node, object);
    property(node, object, result);
  }

  /** Reads the property that a node names of an object that is evaluated already. */
  void property(BaseNode node, int object, int result) {
    switch (node) {
      case AccessNode access when access.isPrivate() -> {
        int name = g.registers().temp();
        g.variables().load(g.variables().resolve(access.getPrivateName()), name);
        g.code().at(Positions.access(access), CalleeText.of(access.getBase()));
        g.code().emit("GetPrivate", result, object, name);
      }
      case AccessNode access -> {
        g.code().at(Positions.access(access), CalleeText.of(access.getBase()));
        g.references().getNamed(result, object, access.getProperty());
      }
      case IndexNode index when Literals.constantKey(index.getIndex()) != null -> {
        g.code().at(Positions.access(index), CalleeText.of(index.getBase()));
        g.references().getNamed(result, object, Literals.constantKey(index.getIndex()));
      }
      case IndexNode index -> {
        int key = value(index.getIndex());
        g.code().at(Positions.access(index), CalleeText.of(index.getBase()));
        g.code().emit("GetElement", result, object, key);
      }
      default -> throw g.unsupported("Access " + node + " is", node);
    }
  }
}
