package dev.joist.javascript.codegen;

import dev.joist.javascript.parser.ir.BinaryNode;
import dev.joist.javascript.parser.ir.Block;
import dev.joist.javascript.parser.ir.BlockStatement;
import dev.joist.javascript.parser.ir.BreakNode;
import dev.joist.javascript.parser.ir.CallNode;
import dev.joist.javascript.parser.ir.ContinueNode;
import dev.joist.javascript.parser.ir.DebuggerNode;
import dev.joist.javascript.parser.ir.EmptyNode;
import dev.joist.javascript.parser.ir.Expression;
import dev.joist.javascript.parser.ir.ExpressionStatement;
import dev.joist.javascript.parser.ir.ForNode;
import dev.joist.javascript.parser.ir.FunctionNode;
import dev.joist.javascript.parser.ir.IdentNode;
import dev.joist.javascript.parser.ir.IfNode;
import dev.joist.javascript.parser.ir.LabelNode;
import dev.joist.javascript.parser.ir.LiteralNode;
import dev.joist.javascript.parser.ir.ObjectNode;
import dev.joist.javascript.parser.ir.ReturnNode;
import dev.joist.javascript.parser.ir.Statement;
import dev.joist.javascript.parser.ir.SwitchNode;
import dev.joist.javascript.parser.ir.Symbol;
import dev.joist.javascript.parser.ir.TemplateLiteralNode;
import dev.joist.javascript.parser.ir.TernaryNode;
import dev.joist.javascript.parser.ir.ThrowNode;
import dev.joist.javascript.parser.ir.TryNode;
import dev.joist.javascript.parser.ir.VarNode;
import dev.joist.javascript.parser.ir.WhileNode;
import dev.joist.javascript.parser.ir.WithNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Statements and declarations. */
final class Statements {
  private static final int NONE = -1;

  private final FunctionGenerator g;
  private Set<String> pendingLabels = new HashSet<>();
  private int completion = NONE;
  private boolean straightLine;

  Statements(FunctionGenerator g) {
    this.g = g;
  }

  /** From now on the values of expression statements are kept in a register. */
  void keepCompletion(int register) {
    completion = register;
  }

  /** The value of a compound statement is undefined, not that of what came before it, when nothing in it gives one. */
  void clearCompletion() {
    if (completion != NONE) {
      g.code().emit("LoadUndefined", completion);
    }
  }

  /** Generates what does not change the value so far unless it jumps away. */
  void keepingCompletion(Runnable body) {
    if (completion == NONE) {
      body.run();
      return;
    }
    int before = g.registers().temp();
    g.code().emit("Move", before, completion);
    g.code().emit("LoadUndefined", completion);
    body.run();
    if (g.code().isReachable()) {
      g.code().emit("Move", completion, before);
    }
  }

  /** The statements of a function's body: each runs at most once, in this order. */
  void body(List<Statement> statements) {
    declareFunctions(statements);
    for (Statement statement : statements) {
      straightLine = true;
      statement(statement);
    }
    straightLine = false;
  }

  /** A block with a scope of its own. */
  void block(Block block) {
    int mark = g.registers().mark();
    boolean scoped = block.getScope().getSymbols().iterator().hasNext();
    if (scoped) {
      g.scopes().enterBlock(block.getScope());
    }
    declareFunctions(block.getStatements());
    block.getStatements().forEach(this::statement);
    if (scoped) {
      g.scopes().exit();
    }
    g.registers().release(mark);
  }

  /** Function declarations have their values as soon as their scope is entered. */
  void declareFunctions(List<Statement> statements) {
    for (Statement statement : statements) {
      if (statement instanceof VarNode node && isFunctionDeclaration(node)) {
        int mark = g.registers().mark();
        Variable variable = g.variables().resolve(node.getName().getName());
        int register = g.variables().registerOf(variable);
        int closure = register >= 0 ? register : g.registers().temp();
        variable.declaredAtEntry();
        g.functions().closure((FunctionNode) node.getInit(), closure);
        g.variables().store(variable, closure);
        g.registers().release(mark);
      }
    }
  }

  private static boolean isFunctionDeclaration(VarNode node) {
    return node.getInit() instanceof FunctionNode function && function.isDeclared();
  }

  void statement(Statement statement) {
    boolean straight = straightLine;
    straightLine = false;
    if (!mayPassLabels(statement)) {
      takeLabels();
    }
    int mark = g.registers().mark();
    if (isCompound(statement)) {
      clearCompletion();
    }
    switch (statement) {
      case VarNode node -> declaration(node, straight);
      case ExpressionStatement node -> {
        expression(node.getExpression());
        if (straight && isSuperCall(node.getExpression())) {
          g.thisIsInitialised();
        }
      }
      case BlockStatement node -> block(node.getBlock());
      case IfNode node -> conditional(node);
      case ForNode node -> g.loops().forLoop(node, takeLabels());
      case WhileNode node -> g.loops().whileLoop(node, takeLabels());
      case SwitchNode node -> g.loops().switchStatement(node, takeLabels());
      case LabelNode node -> labelled(node);
      case ReturnNode node -> returnStatement(node);
      case BreakNode node -> g.control().breakTo(node.getLabelName());
      case ContinueNode node -> g.control().continueTo(node.getLabelName());
      case ThrowNode node -> {
        int value = g.expressions().value(node.getExpression());
        g.code().at(node.getStart());
        g.code().emit("Throw", value);
      }
      case TryNode node -> g.tries().tryStatement(node);
      case EmptyNode node -> { }
      case DebuggerNode node -> { }
      case WithNode node -> throw g.unsupported("The 'with' statement is", node);
      default -> throw g.unsupported(statement.getClass().getSimpleName() + " is", statement);
    }
    g.registers().release(mark);
  }

  /** True for a loop and for what the parser wraps around it; any other statement ends the labels before it. */
  private static boolean mayPassLabels(Statement statement) {
    return switch (statement) {
      case LabelNode label -> true;
      case BlockStatement wrapper -> true;
      case VarNode loopVariable -> true;
      case ForNode loop -> true;
      case WhileNode loop -> true;
      case SwitchNode node -> true;
      default -> false;
    };
  }

  private static boolean isCompound(Statement statement) {
    return switch (statement) {
      case IfNode _, ForNode _, WhileNode _, SwitchNode _, TryNode _ -> true;
      default -> false;
    };
  }

  private Set<String> takeLabels() {
    Set<String> labels = pendingLabels;
    pendingLabels = new HashSet<>();
    return labels;
  }

  private void labelled(LabelNode node) {
    Label end = new Label();
    Set<String> label = Set.of(node.getLabelName());
    if (node.getBody().isSynthetic()) {
      pendingLabels.add(node.getLabelName());
    }
    g.control().breakable(label, false, end, () -> block(node.getBody()));
    g.code().bind(end);
    takeLabels();
  }

  private static boolean isSuperCall(Expression expression) {
    return expression instanceof CallNode call
        && call.getFunction() instanceof IdentNode ident
        && ident.isDirectSuper();
  }

  private void expression(Expression expression) {
    if (completion == NONE) {
      g.expressions().effect(expression);
    } else {
      g.expressions().into(expression, completion);
    }
  }

  private void conditional(IfNode node) {
    Label otherwise = new Label();
    g.conditions().branch(node.getTest(), otherwise, false);
    block(node.getPass());
    if (node.getFail() == null) {
      g.code().bind(otherwise);
      return;
    }
    Label end = new Label();
    g.code().jump("Jump", end);
    g.code().bind(otherwise);
    block(node.getFail());
    g.code().bind(end);
  }

  private void returnStatement(ReturnNode node) {
    if (node.getExpression() != null) {
      int value = g.expressions().value(node.getExpression());
      if (g.isGenerator() && g.kind().isAsync()) {
        int awaited = g.registers().temp();
        g.generators().await(value, awaited);
        value = awaited;
      }
      g.control().returnValue(value);
      return;
    }
    int undefined = g.registers().temp();
    g.code().emit("LoadUndefined", undefined);
    g.control().returnValue(undefined);
  }

  private void declaration(VarNode node, boolean straight) {
    if (node.isUsing() || node.isAwaitUsing()) {
      throw g.unsupported("A 'using' declaration is", node);
    }
    String name = node.getName().getName();
    if (isFunctionDeclaration(node)) {
      hoistFromBlock(name);
      return;
    }
    // Patterns, catch parameters and the variables of for-in and for-of get their values elsewhere.
    boolean elsewhere = node.isDestructuring() || node.getName().isCatchParameter();
    if (node.getInit() == null && (!node.isBlockScoped() || elsewhere)) {
      return;
    }
    Variable known = g.scopes().find(name);
    if (straight && known != null && known.kind() == Variable.Kind.VAR && node.getInit() != null) {
      // Nothing has seen it yet, and what follows sees the value from here.
      initialisePreset(known, node.getInit());
      return;
    }
    Variable variable = g.variables().resolve(name);
    int register = g.variables().registerOf(variable);
    g.code().at(node.getName().getStart());
    if (node.getInit() == null) {
      int undefined = register >= 0 ? register : g.registers().temp();
      g.code().emit("LoadUndefined", undefined);
      g.variables().initialise(variable, undefined);
    } else if (register >= 0) {
      initialiseRegister(variable, register, node.getInit());
    } else {
      g.variables().initialise(variable, g.expressions().value(node.getInit()));
    }
  }

  private void initialisePreset(Variable variable, Expression value) {
    int register = g.variables().registerOf(variable);
    if (register >= 0) {
      g.expressions().into(value, register);
    } else {
      g.variables().store(variable, g.expressions().value(value));
    }
    // If the value's own code mentions the variable, the preset has been claimed by now.
    variable.dropPreset();
  }

  private void initialiseRegister(Variable variable, int register, Expression value) {
    if (variable.kind() != Variable.Kind.VAR && isBuiltInSteps(value) && !mentions(value, variable.name())) {
      g.registers().asScratch(register, () -> g.expressions().into(value, register));
    } else {
      g.expressions().into(value, register);
    }
    variable.declared();
  }

  /** True for expressions that would need a temporary besides the variable's register. */
  private static boolean isBuiltInSteps(Expression value) {
    return value instanceof ObjectNode
        || value instanceof LiteralNode.ArrayLiteralNode
        || value instanceof TemplateLiteralNode
        || value instanceof TernaryNode
        || (value instanceof BinaryNode binary && binary.isLogical());
  }

  /** Errs on the safe side: a name may also stand in a string, or be written with escapes. */
  private boolean mentions(Expression value, String name) {
    String text = g.unit().source().text().substring(value.getStart(), value.getFinish());
    return text.contains(name) || text.indexOf('\\') >= 0;
  }

  /** Annex B: where a function declaration in a block stands, it is also assigned to a variable of the function. */
  private void hoistFromBlock(String name) {
    Symbol symbol = g.scopes().symbol(name);
    if (symbol == null || !symbol.isHoistedBlockFunctionDeclaration()) {
      return;
    }
    Variable outer = g.scopes().findVar(name);
    if (outer == null) {
      return;
    }
    if (outer.kind() == Variable.Kind.VAR) {
      outer.keepPreset();
    }
    int value = g.registers().temp();
    g.variables().load(g.scopes().find(name), value);
    g.variables().store(outer, value);
  }
}
