package dev.joist.javascript.codegen;

import dev.joist.bytecode.Constant;
import dev.joist.bytecode.FunctionKind;
import dev.joist.bytecode.FunctionTemplate;
import dev.joist.javascript.parser.ir.BinaryNode;
import dev.joist.javascript.parser.ir.Block;
import dev.joist.javascript.parser.ir.CallNode;
import dev.joist.javascript.parser.ir.BlockStatement;
import dev.joist.javascript.parser.ir.Expression;
import dev.joist.javascript.parser.ir.ExpressionStatement;
import dev.joist.javascript.parser.ir.FunctionNode;
import dev.joist.javascript.parser.ir.IdentNode;
import dev.joist.javascript.parser.ir.ParameterNode;
import dev.joist.javascript.parser.ir.Statement;
import dev.joist.javascript.parser.ir.Symbol;
import dev.joist.javascript.parser.ir.TernaryNode;
import dev.joist.javascript.parser.ir.VarNode;
import java.util.List;

/** Functions: templates for closures, and what happens on entry and exit. */
final class Functions {
  private static final int NONE = -1;

  private final FunctionGenerator g;
  private int restRegister = NONE;
  private boolean runsFieldInitialiser;

  Functions(FunctionGenerator g) {
    this.g = g;
  }

  /** Makes a closure of a function that stands in this one. */
  void closure(FunctionNode node, int result) {
    FunctionTemplate template = template(g.unit(), g.scopes().current(), node, false);
    int mark = g.registers().mark();
    g.code().emit("CreateClosure", result, g.code().constant(new Constant.Function(template)), g.scopes().heapScope());
    g.registers().release(mark);
  }

  /**
   * The bytecode of a function.
   *
   * @param outer the scope in which it stands
   * @param fields whether it is the constructor of a class whose instances get fields
   */
  static FunctionTemplate template(Unit unit, ScopeFrame outer, FunctionNode node, boolean fields) {
    FunctionKind kind = kind(node);
    Formals formals = Formals.of(node);
    FunctionGenerator g =
        new FunctionGenerator(unit, outer, node.getName(), kind, node.isStrict(), formals.registers());
    g.functions().runsFieldInitialiser = fields;
    if (kind == FunctionKind.DERIVED_CONSTRUCTOR && forwardedCall(node) instanceof CallNode call) {
      g.functions().forward(call);
    } else {
      g.functions().generate(node, formals);
    }
    String text = unit.source().text();
    return g.finish(
        node.getLength(),
        new FunctionTemplate.SourceRange(
            unit.source().name(), text, node.getStartWithoutParens(), node.getFinishWithoutParens()));
  }

  private static FunctionKind kind(FunctionNode node) {
    if (node.isArrow()) {
      return node.isAsync() ? FunctionKind.ASYNC_ARROW : FunctionKind.ARROW;
    }
    if (node.isClassConstructor()) {
      return node.isDerivedConstructor() ? FunctionKind.DERIVED_CONSTRUCTOR : FunctionKind.CLASS_CONSTRUCTOR;
    }
    boolean method = node.isMethod() || node.isGetter() || node.isSetter();
    if (node.isAsync() && node.isGenerator()) {
      return method ? FunctionKind.ASYNC_GENERATOR_METHOD : FunctionKind.ASYNC_GENERATOR;
    }
    if (node.isAsync()) {
      return method ? FunctionKind.ASYNC_METHOD : FunctionKind.ASYNC;
    }
    if (node.isGenerator()) {
      return method ? FunctionKind.GENERATOR_METHOD : FunctionKind.GENERATOR;
    }
    return method ? FunctionKind.METHOD : FunctionKind.NORMAL;
  }

  /**
   * How parameters are passed.
   *
   * @param registers those that the caller fills
   * @param rest the register's index of the rest parameter among all, or -1
   */
  private record Formals(int registers, boolean rest) {
    static Formals of(FunctionNode node) {
      int count = node.getNumOfParams();
      boolean rest =
          node.getBody().isParameterBlock()
              ? node.getBody().getStatements().stream().anyMatch(Formals::bindsRest)
              : count > 0 && node.getParameters().getLast().isRestParameter();
      return new Formals(rest ? count - 1 : count, rest);
    }

    private static boolean bindsRest(Statement statement) {
      return switch (statement) {
        case VarNode variable -> isRest(variable.getInit());
        case ExpressionStatement pattern ->
            pattern.getExpression() instanceof BinaryNode init && isRest(init.getRhs());
        default -> false;
      };
    }

    private static boolean isRest(Expression value) {
      return value instanceof ParameterNode parameter && parameter.isRestParameter();
    }
  }

  /** The register with a parameter's value as the caller passed it. */
  int parameter(ParameterNode node) {
    return node.isRestParameter() ? restRegister : 1 + node.getIndex();
  }

  /** The super call of a derived constructor that the source does not have, or null. */
  private static Expression forwardedCall(FunctionNode node) {
    return node.getBody().getStatements().size() == 1 && node.getBody().getStatements().getFirst() instanceof ExpressionStatement only
        && only.getExpression() instanceof CallNode call && call.isDefaultDerivedConstructorSuperCall() ? call : null;
  }

  /** A derived constructor that the source does not have. */
  private void forward(CallNode call) {
    int made = g.registers().temp();
    g.code().at(call.getStart(), "super");
    g.code().emit("SuperCallForward", made);
    initialiseThis(made);
    g.code().emit("Return", g.thisRegister());
  }

  private void generate(FunctionNode node, Formals formals) {
    Block top = node.getBody();
    nameParameters(node, top, formals);
    int arguments = collectArguments(top, formals, node.hasSimpleParameterList());
    Symbol self = top.getExistingSymbol(Names.THIS);
    if (!node.isStrict() && g.variables().ownsThis() && self != null) {
      g.code().emit("CoerceThis", g.thisRegister());
    }
    g.loadOuterScope();
    if (g.kind().isAsync() && !g.isGenerator()) {
      // From here on all errors are the promise's.
      g.code().emit("StartAsync");
    }
    boolean mapped = arguments != NONE && ArgumentsUse.needsMapping(node);
    ScopeFrame frame = mapped ? g.scopes().enterMapped(top.getScope(), parameterNames(node)) : g.scopes().enter(top.getScope(), !top.isParameterBlock(), false);
    if (mapped) {
      mapArguments(frame, arguments, formals.registers());
    }
    bindSpecial(frame, node, arguments);
    if (runsFieldInitialiser && !g.isDerivedConstructor()) {
      runFieldInitialiser();
    }
    if (top.isParameterBlock()) {
      parameterBlock(top);
    } else {
      if (!mapped) {
        bindSimpleParameters(node, frame);
      }
      enterGenerator();
      g.statements().body(top.getStatements());
    }
    end();
    g.scopes().exit();
  }

  private void nameParameters(FunctionNode node, Block top, Formals formals) {
    if (!top.isParameterBlock()) {
      List<IdentNode> parameters = node.getParameters();
      for (int i = 0; i < formals.registers(); i++) {
        // Of two with one name the last counts.
        g.nameParameter(parameters.get(i).getName(), 1 + i);
      }
      return;
    }
    for (Statement statement : top.getStatements()) {
      if (statement instanceof VarNode variable && passed(variable.getInit()) instanceof ParameterNode parameter) {
        g.nameParameter(variable.getName().getName(), 1 + parameter.getIndex());
      }
    }
  }

  /** The parameter that is a variable's value unless it is undefined, or null. */
  private static ParameterNode passed(Expression init) {
    return switch (init) {
      case ParameterNode parameter when !parameter.isRestParameter() -> parameter;
      case TernaryNode withDefault -> passed(withDefault.getFalseExpression().getExpression());
      case null, default -> null;
    };
  }

  /** Takes hold of the arguments before locals overwrite those that have no parameter. */
  private int collectArguments(Block top, Formals formals, boolean simple) {
    Symbol symbol = top.getExistingSymbol(Names.ARGUMENTS);
    boolean wanted = symbol != null && symbol.isArguments() && (symbol.isUsed() || top.getScope().hasNestedEval());
    if (formals.rest()) {
      restRegister = g.registers().variable();
      g.code().emit("CreateRest", restRegister, formals.registers());
    }
    if (!wanted) {
      return NONE;
    }
    int arguments = g.registers().variable();
    g.code().emit("CreateArguments", arguments, g.isStrict() || !simple ? 1 : 0);
    if (formals.rest()) {
      repairArguments(arguments, formals.registers());
    }
    return arguments;
  }

  /** The rest parameter's register was that of an argument: what {@code CreateArguments} found there was the rest. */
  private void repairArguments(int arguments, int firstOfRest) {
    // Keeps the register of the outer scope, and so the numbers of those after it, as they are.
    g.outerScope();
    int overwritten = restRegister - 1;
    int mark = g.registers().mark();
    int length = g.registers().temp();
    int index = g.registers().temp();
    Label absent = new Label();
    g.code().emit("GetProperty", length, restRegister, g.code().string("length"));
    g.expressions().number(overwritten - firstOfRest, index);
    g.code().jump("JumpIfNotGreater", absent, length, index);
    int value = g.registers().temp();
    g.code().emit("GetElement", value, restRegister, index);
    g.expressions().number(overwritten, index);
    g.code().emit("SetElement", arguments, index, value);
    g.code().bind(absent);
    g.registers().release(mark);
  }

  private static List<String> parameterNames(FunctionNode node) {
    return node.getParameters().stream().map(IdentNode::getName).toList();
  }

  /** The parameters lie in the scope's first slots, in their order, and are elements of {@code arguments} as well. */
  private void mapArguments(ScopeFrame frame, int arguments, int parameters) {
    for (int i = 0; i < parameters; i++) {
      g.variables().storeSlot(new Place.Slot(frame, i), 1 + i);
    }
    frame.share();
    g.code().emit("MapArguments", arguments, frame.heapRegister(), parameters);
  }

  /** Gives their values to what arrow functions want to see of this function, and to its own name. */
  private void bindSpecial(ScopeFrame frame, FunctionNode node, int arguments) {
    int mark = g.registers().mark();
    if (arguments != NONE) {
      g.variables().store(frame.find(Names.ARGUMENTS), arguments);
    }
    Variable self = frame.find(Names.THIS);
    if (self != null && !g.isDerivedConstructor()) {
      g.variables().store(self, g.thisRegister());
    }
    Variable constructor = frame.find(Names.CONSTRUCTOR);
    if (constructor != null) {
      bindLoaded(constructor, "LoadCallee");
    }
    Variable newTarget = frame.find(Names.NEW_TARGET);
    if (newTarget != null) {
      bindLoaded(newTarget, "LoadNewTarget");
    }
    Variable home = frame.find(Names.SUPER);
    if (home != null) {
      bindLoaded(home, "LoadHomeObject");
    }
    Variable name = node.getName().isEmpty() ? null : frame.find(node.getName());
    if (name != null && name.kind() == Variable.Kind.SELF_NAME) {
      bindLoaded(name, "LoadCallee");
    }
    g.registers().release(mark);
  }

  private void bindLoaded(Variable variable, String opcode) {
    int register = g.variables().registerOf(variable);
    int value = register >= 0 ? register : g.registers().temp();
    g.code().emit(opcode, value);
    g.variables().store(variable, value);
  }

  private void bindSimpleParameters(FunctionNode node, ScopeFrame frame) {
    List<IdentNode> parameters = node.getParameters();
    for (int i = 0; i < parameters.size(); i++) {
      IdentNode parameter = parameters.get(i);
      Variable variable = frame.find(parameter.getName());
      if (parameter.isRestParameter()) {
        g.variables().store(variable, restRegister);
      } else if (!parameter.isIgnoredParameter() && variable.place() instanceof Place.Slot slot) {
        g.variables().storeSlot(slot, 1 + i);
      }
    }
  }

  /** Parameters with defaults or patterns: statements of their own, around the body. */
  private void parameterBlock(Block parameters) {
    for (Statement statement : parameters.getStatements()) {
      int mark = g.registers().mark();
      switch (statement) {
        case VarNode variable when variable.getInit() != null -> bindParameter(variable);
        case BlockStatement body when body.getBlock().isFunctionBody() -> bodyBlock(body.getBlock());
        default -> g.statements().statement(statement);
      }
      g.registers().release(mark);
    }
  }

  private void bindParameter(VarNode node) {
    Variable variable = g.scopes().find(node.getName().getName());
    int passed = g.variables().registerOf(variable);
    boolean inPlace = passed >= 0 && passed == g.parameterRegister(variable.name());
    if (inPlace && node.getInit() instanceof TernaryNode withDefault) {
      Label given = new Label();
      g.code().jump("JumpIfNotUndefined", given, passed);
      g.expressions().into(withDefault.getTrueExpression(), passed);
      g.code().bind(given);
    } else if (!inPlace) {
      g.variables().store(variable, g.expressions().value(node.getInit()));
    }
    variable.declared();
  }

  private void bodyBlock(Block body) {
    ScopeFrame frame = g.scopes().enter(body.getScope(), true, false);
    for (Symbol symbol : body.getScope().getSymbols()) {
      Variable parameter = symbol.isVarRedeclaredHere() ? frame.parent().find(symbol.getName()) : null;
      if (parameter != null) {
        // A variable of the same name starts with the parameter's value.
        int mark = g.registers().mark();
        int value = g.registers().temp();
        frame.find(symbol.getName()).dropPreset();
        g.variables().load(parameter, value);
        g.variables().store(frame.find(symbol.getName()), value);
        g.registers().release(mark);
      }
    }
    enterGenerator();
    g.statements().body(body.getStatements());
    g.scopes().exit();
  }

  private void enterGenerator() {
    if (g.isGenerator()) {
      g.code().emit("CreateGenerator");
    }
  }

  /** The end of a function's code. */
  void end() {
    if (g.isDerivedConstructor() && g.isThisInitialised()) {
      g.code().emit("Return", g.thisRegister());
    } else if (g.code().isReachable()) {
      int mark = g.registers().mark();
      int undefined = g.registers().temp();
      g.code().emit("LoadUndefined", undefined);
      emitReturn(undefined);
      g.registers().release(mark);
    }
  }

  void emitReturn(int value) {
    if (!g.isDerivedConstructor()) {
      g.code().emit("Return", value);
      return;
    }
    int mark = g.registers().mark();
    int checked = g.registers().temp();
    g.variables().reloadThis();
    g.code().emit("CheckConstructResult", checked, value, g.thisRegister());
    g.code().emit("Return", checked);
    g.registers().release(mark);
  }

  /** After {@code super()}: {@code this} exists now, also for arrow functions, and gets its fields. */
  void initialiseThis(int made) {
    g.code().emit("Move", g.thisRegister(), made);
    Variable captured = g.scopes().find(Names.THIS);
    if (captured != null && captured.place() instanceof Place.Slot slot && slot.frame().function() == g) {
      g.variables().storeSlot(slot, made);
    }
    if (runsFieldInitialiser) {
      runFieldInitialiser();
    }
  }

  private void runFieldInitialiser() {
    int mark = g.registers().mark();
    int constructor = g.registers().temp();
    g.code().emit("LoadCallee", constructor);
    g.code().emit("RunFieldInitialiser", constructor, g.thisRegister());
    g.registers().release(mark);
  }
}
