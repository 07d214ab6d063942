package dev.joist.javascript.codegen;

import dev.joist.javascript.parser.TokenType;
import dev.joist.javascript.parser.ir.BinaryNode;
import dev.joist.javascript.parser.ir.Expression;
import dev.joist.javascript.parser.ir.IdentNode;
import dev.joist.javascript.parser.ir.ParameterNode;
import dev.joist.javascript.parser.ir.UnaryNode;

/** Assignment, compound and logical assignment, increment and decrement. */
final class Assignments {
  private static final int ANY = -1;

  private final FunctionGenerator g;

  Assignments(FunctionGenerator g) {
    this.g = g;
  }

  /** The register with the assigned value; it may be that of the variable that was assigned. */
  int value(BinaryNode node) {
    return assign(node, ANY);
  }

  void into(BinaryNode node, int result) {
    int value = assign(node, g.registers().isVariable(result) ? ANY : result);
    if (value != result) {
      g.code().emit("Move", result, value);
    }
  }

  void effect(BinaryNode node) {
    assign(node, ANY);
  }

  /**
   * @param scratch a register that may serve for the value, or ANY
   * @return the register with the value
   */
  private int assign(BinaryNode node, int scratch) {
    return switch (node.tokenType()) {
      case ASSIGN -> simple(node, scratch);
      case ASSIGN_INIT -> {
        int value = source(node.getRhs(), scratch);
        g.patterns().bind(node.getLhs(), value, true, node.getRhs());
        yield value;
      }
      case ASSIGN_AND, ASSIGN_OR, ASSIGN_NULLCOAL -> logical(node, scratch);
      default -> compound(node, scratch);
    };
  }

  private int orTemp(int scratch) {
    return scratch == ANY ? g.registers().temp() : scratch;
  }

  private int simple(BinaryNode node, int scratch) {
    Expression target = node.getLhs();
    if (Patterns.isPattern(target)) {
      int value = source(node.getRhs(), scratch);
      g.patterns().bind(target, value, false, node.getRhs());
      return value;
    }
    int register = plainRegister(target);
    if (register >= 0) {
      g.expressions().into(node.getRhs(), register);
      return register;
    }
    References.Reference reference = g.references().prepare(target, node.getRhs());
    int value = scratch == ANY ? g.expressions().value(node.getRhs()) : scratch;
    if (scratch != ANY) {
      g.expressions().into(node.getRhs(), scratch);
    }
    g.references().store(reference, value);
    return value;
  }

  /** The value that is taken apart: not in a register that the pattern might assign. */
  private int source(Expression expression, int scratch) {
    if (scratch != ANY) {
      g.expressions().into(expression, scratch);
      return scratch;
    }
    int value = g.expressions().value(expression);
    if (!g.registers().isVariable(value) || expression instanceof ParameterNode) {
      return value;
    }
    int copy = g.registers().temp();
    g.code().emit("Move", copy, value);
    return copy;
  }

  private int plainRegister(Expression target) {
    if (target instanceof IdentNode ident) {
      Variable variable = g.variables().resolve(ident.getName());
      if (g.variables().isPlainRegister(variable)) {
        return g.variables().registerOf(variable);
      }
    }
    return -1;
  }

  private int compound(BinaryNode node, int scratch) {
    String opcode = Operators.opcode(node.tokenType());
    int register = plainRegister(node.getLhs());
    if (register >= 0) {
      int left = g.expressions().keep(register, node.getRhs());
      int right = g.expressions().value(node.getRhs());
      g.code().at(node.getStart());
      g.code().emit(opcode, register, left, right);
      return register;
    }
    References.Reference reference = g.references().prepareUpdate(node.getLhs(), node.getRhs());
    int value = orTemp(scratch);
    g.references().load(reference, value);
    int right = g.expressions().value(node.getRhs());
    g.code().at(node.getStart());
    g.code().emit(opcode, value, value, right);
    g.references().store(reference, value);
    return value;
  }

  private int logical(BinaryNode node, int scratch) {
    Label end = new Label();
    String skip = Operators.skip(node.tokenType());
    int register = plainRegister(node.getLhs());
    if (register >= 0) {
      g.code().jump(skip, end, register);
      g.expressions().into(node.getRhs(), register);
      g.code().bind(end);
      return register;
    }
    References.Reference reference = g.references().prepareUpdate(node.getLhs(), node.getRhs());
    int value = orTemp(scratch);
    g.references().load(reference, value);
    g.code().jump(skip, end, value);
    g.expressions().into(node.getRhs(), value);
    g.references().store(reference, value);
    g.code().bind(end);
    return value;
  }

  boolean isUpdate(UnaryNode node) {
    return switch (node.tokenType()) {
      case INCPREFIX, DECPREFIX, INCPOSTFIX, DECPOSTFIX -> true;
      default -> false;
    };
  }

  private static boolean isPrefix(UnaryNode node) {
    return node.tokenType() == TokenType.INCPREFIX || node.tokenType() == TokenType.DECPREFIX;
  }

  private static String opcode(UnaryNode node) {
    return node.tokenType() == TokenType.INCPREFIX || node.tokenType() == TokenType.INCPOSTFIX ? "Inc" : "Dec";
  }

  /** True for {@code ++x} where x lives in a register. */
  boolean isPlainPrefixUpdate(UnaryNode node) {
    return isPrefix(node) && plainRegister(node.getExpression()) >= 0;
  }

  /** Updates a variable for which {@link #isPlainPrefixUpdate} holds; its register has the value then. */
  int prefixUpdate(UnaryNode node) {
    int register = plainRegister(node.getExpression());
    g.code().at(node.getStart());
    g.code().emit(opcode(node), register, register);
    return register;
  }

  void updateEffect(UnaryNode node) {
    int register = plainRegister(node.getExpression());
    if (register >= 0) {
      g.code().at(node.getStart());
      g.code().emit(opcode(node), register, register);
      return;
    }
    References.Reference reference = g.references().prepareUpdate(node.getExpression());
    int value = g.registers().temp();
    g.references().load(reference, value);
    g.code().at(node.getStart());
    g.code().emit(opcode(node), value, value);
    g.references().store(reference, value);
  }

  void update(UnaryNode node, int result) {
    if (isPrefix(node)) {
      prefix(node, result);
    } else {
      postfix(node, result);
    }
  }

  private void prefix(UnaryNode node, int result) {
    if (isPlainPrefixUpdate(node)) {
      int register = prefixUpdate(node);
      if (register != result) {
        g.code().emit("Move", result, register);
      }
      return;
    }
    References.Reference reference = g.references().prepareUpdate(node.getExpression());
    int value = g.registers().isVariable(result) ? g.registers().temp() : result;
    g.references().load(reference, value);
    g.code().at(node.getStart());
    g.code().emit(opcode(node), value, value);
    g.references().store(reference, value);
    if (value != result) {
      g.code().emit("Move", result, value);
    }
  }

  private void postfix(UnaryNode node, int result) {
    int register = plainRegister(node.getExpression());
    int old = g.registers().isVariable(result) ? g.registers().temp() : result;
    if (register >= 0) {
      g.code().at(node.getStart());
      g.code().emit("ToNumeric", old, register);
      g.code().emit(opcode(node), register, old);
    } else {
      References.Reference reference = g.references().prepareUpdate(node.getExpression());
      g.references().load(reference, old);
      int updated = g.registers().temp();
      g.code().at(node.getStart());
      g.code().emit("ToNumeric", old, old);
      g.code().emit(opcode(node), updated, old);
      g.references().store(reference, updated);
    }
    if (old != result) {
      g.code().emit("Move", result, old);
    }
  }
}
