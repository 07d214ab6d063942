package dev.joist.javascript.codegen;

import dev.joist.javascript.parser.TokenType;
import dev.joist.javascript.parser.ir.AccessNode;
import dev.joist.javascript.parser.ir.BaseNode;
import dev.joist.javascript.parser.ir.BinaryNode;
import dev.joist.javascript.parser.ir.Expression;
import dev.joist.javascript.parser.ir.IdentNode;
import dev.joist.javascript.parser.ir.IndexNode;
import dev.joist.javascript.parser.ir.LiteralNode;
import dev.joist.javascript.parser.ir.UnaryNode;

/** Targets of assignments: evaluated once, then read and written. */
final class References {
  /** What can stand left of an assignment, its parts in registers. */
  sealed interface Reference {
    /** The node it stems from. */
    Expression node();

    record Var(IdentNode node, Variable variable) implements Reference {}

    record Named(BaseNode node, int object, String name) implements Reference {}

    record Element(BaseNode node, int object, int key) implements Reference {}

    record Super(BaseNode node, int receiver, int parent, int key) implements Reference {}

    record Private(BaseNode node, int object, int name) implements Reference {}
  }

  private final FunctionGenerator g;

  References(FunctionGenerator g) {
    this.g = g;
  }

  /**
   * Evaluates the parts of a target that is no pattern.
   *
   * @param later what is evaluated before the reference is used for the last time
   */
  Reference prepare(Expression target, Expression... later) {
    return switch (target) {
      case IdentNode ident -> {
        Variable variable = g.variables().resolve(ident.getName());
        yield new Reference.Var(ident, later.length == 0 ? variable : g.variables().resolved(variable));
      }
      case BaseNode access when access.isSuper() -> prepareSuper(access);
      case AccessNode access when access.isPrivate() -> {
        int object = g.expressions().operand(access.getBase(), later);
        int name = g.registers().temp();
        g.variables().load(g.variables().resolve(access.getPrivateName()), name);
        yield new Reference.Private(access, object, name);
      }
      case AccessNode access -> named(access, g.expressions().operand(access.getBase(), later), access.getProperty());
      case IndexNode index when Literals.constantKey(index.getIndex()) != null ->
          named(index, g.expressions().operand(index.getBase(), later), Literals.constantKey(index.getIndex()));
      case IndexNode index -> {
        Expression[] next = new Expression[later.length + 1];
        next[0] = index.getIndex();
        System.arraycopy(later, 0, next, 1, later.length);
        int object = g.expressions().operand(index.getBase(), next);
        yield new Reference.Element(index, object, g.expressions().operand(index.getIndex(), later));
      }
      default -> throw g.unsupported("This assignment target is", target);
    };
  }

  /** As {@link #prepare}, for a target that is read and then written: its key is converted once. */
  Reference prepareUpdate(Expression target, Expression... later) {
    Reference reference = prepare(target, later);
    if (!(reference.node() instanceof IndexNode index) || !mayBeObject(index.getIndex())) {
      return reference;
    }
    return switch (reference) {
      case Reference.Element(BaseNode node, int object, int key) -> new Reference.Element(node, object, updateKey(node, object, key));
      case Reference.Super(BaseNode node, int receiver, int parent, int key) ->
          new Reference.Super(node, receiver, parent, updateKey(node, parent, key));
      case Reference.Var _, Reference.Named _, Reference.Private _ -> reference;
    };
  }

  private int updateKey(BaseNode node, int object, int key) {
    int converted = g.registers().temp();
    g.code().at(Positions.access(node), CalleeText.of(node.getBase()));
    g.code().emit("UpdateKey", converted, object, key);
    return converted;
  }

  /** False for what certainly is a number or a string. */
  private static boolean mayBeObject(Expression key) {
    return switch (key) {
      case LiteralNode<?> literal -> false;
      case BinaryNode operation -> operation.isAssignment() || operation.isLogical() || operation.tokenType() == TokenType.COMMARIGHT;
      case UnaryNode operation ->
          switch (operation.tokenType()) {
            case ADD, SUB, BIT_NOT, NOT, TYPEOF, INCPREFIX, DECPREFIX, INCPOSTFIX, DECPOSTFIX -> false;
            default -> true;
          };
      default -> true;
    };
  }

  private Reference named(BaseNode node, int object, String name) {
    if (!Names.isIndex(name)) {
      return new Reference.Named(node, object, name);
    }
    int key = g.registers().temp();
    g.expressions().number(Double.parseDouble(name), key);
    return new Reference.Element(node, object, key);
  }

  private Reference prepareSuper(BaseNode node) {
    int receiver = g.registers().temp();
    g.variables().loadThis((IdentNode) node.getBase(), receiver);
    int key = g.registers().temp();
    switch (node) {
      case IndexNode index -> g.expressions().into(index.getIndex(), key);
      case AccessNode access -> g.expressions().string(access.getProperty(), key);
      default -> throw g.unsupported("This use of 'super' is", node);
    }
    int parent = g.registers().temp();
    g.variables().loadHomeObject(parent);
    g.code().emit("LoadPrototype", parent, parent);
    return new Reference.Super(node, receiver, parent, key);
  }

  /** Reads the target. */
  void load(Reference reference, int result) {
    at(reference);
    switch (reference) {
      case Reference.Var(IdentNode node, Variable variable) -> g.variables().load(variable, result);
      case Reference.Named(BaseNode node, int object, String name) -> getNamed(result, object, name);
      case Reference.Element(BaseNode node, int object, int key) -> g.code().emit("GetElement", result, object, key);
      case Reference.Super(BaseNode node, int receiver, int parent, int key) ->
          g.code().emit("GetSuper", result, receiver, parent, key);
      case Reference.Private(BaseNode node, int object, int name) ->
          g.code().emit("GetPrivate", result, object, name);
    }
  }

  private void at(Reference reference) {
    switch (reference.node()) {
      case BaseNode access -> g.code().at(Positions.access(access), CalleeText.of(access.getBase()));
      case Expression other -> g.code().at(other.getStart());
    }
  }

  /** Writes the target, as an assignment does. */
  void store(Reference reference, int value) {
    if (reference instanceof Reference.Var(IdentNode node, Variable variable)) {
      g.code().at(node.getStart());
      g.variables().assign(variable, value);
      return;
    }
    g.code().at(Positions.assignment(reference.node(), g.unit().source()), CalleeText.of(reference.node()));
    switch (reference) {
      case Reference.Var variable -> throw new IllegalStateException("handled above");
      case Reference.Named(BaseNode node, int object, String name) ->
          g.code().emit("SetProperty", object, g.code().string(name), value);
      case Reference.Element(BaseNode node, int object, int key) -> g.code().emit("SetElement", object, key, value);
      case Reference.Super(BaseNode node, int receiver, int parent, int key) ->
          g.code().emit("SetSuper", receiver, parent, key, value);
      case Reference.Private(BaseNode node, int object, int name) ->
          g.code().emit("SetPrivate", object, name, value);
    }
  }

  /** Reads a property whose name is in the source, be it an index or not. */
  void getNamed(int result, int object, String name) {
    if (!Names.isIndex(name)) {
      g.code().emit("GetProperty", result, object, g.code().string(name));
      return;
    }
    int mark = g.registers().mark();
    int key = g.registers().temp();
    g.expressions().number(Double.parseDouble(name), key);
    g.code().emit("GetElement", result, object, key);
    g.registers().release(mark);
  }
}
