package dev.joist.javascript.codegen;

import dev.joist.bytecode.FunctionKind;
import dev.joist.bytecode.OpcodeDescriptor;
import dev.joist.javascript.parser.ir.AccessNode;
import dev.joist.javascript.parser.ir.BaseNode;
import dev.joist.javascript.parser.ir.CallNode;
import dev.joist.javascript.parser.ir.Expression;
import dev.joist.javascript.parser.ir.IdentNode;
import dev.joist.javascript.parser.ir.UnaryNode;
import java.util.List;
import java.util.Optional;

/** Calls, {@code new} and {@code super()}. */
final class Calls {
  /** Registers of a call window before the arguments: callee, new.target, link, this. */
  static final int WINDOW_HEADER = 4;

  /** Where {@code this} stands in a call window. */
  static final int THIS_OFFSET = 3;

  /** Of an opcode that stands for a method, without the arguments: result, function, object, site. */
  private static final int INTRINSIC_OPERANDS = 4;

  /** Calls with more arguments than this pass them in an array. */
  private static final int MAX_ARGUMENTS = 64;

  private final FunctionGenerator g;

  Calls(FunctionGenerator g) {
    this.g = g;
  }

  void call(CallNode node, int result) {
    if (node.isImport() || node.isImportSource() || node.isImportDefer()) {
      throw g.unsupported("import() is", node);
    }
    if (node.getFunction() instanceof IdentNode ident && ident.isDirectSuper()) {
      superCall(node, result);
      return;
    }
    if (intrinsicCall(node, result)) {
      return;
    }
    boolean inArray = needsArray(node.getArgs());
    int window = g.registers().range(WINDOW_HEADER);
    int receiver = window + THIS_OFFSET;
    boolean method = callee(node, window, receiver);
    g.chains().shortCircuit(node, window);
    Label afterEval = new Label();
    if (inArray) {
      int array = g.registers().temp();
      g.literals().arrayOf(node.getArgs(), array);
      if (!method) {
        g.code().emit("LoadUndefined", receiver);
      }
      if (node.isEval()) {
        int source = g.registers().temp();
        int first = g.registers().temp();
        g.expressions().number(0, first);
        g.code().emit("GetElement", source, array, first);
        directEval(node, result, window, source, afterEval);
      }
      at(node);
      g.code().emit("CallSpread", result, window, receiver, array);
    } else {
      arguments(node.getArgs());
      if (node.isEval()) {
        int source = window + WINDOW_HEADER;
        if (node.getArgs().isEmpty()) {
          source = g.registers().temp();
          g.code().emit("LoadUndefined", source);
        }
        directEval(node, result, window, source, afterEval);
      }
      at(node);
      g.code().emit(method ? "CallMethod" : "Call", result, window, node.getArgs().size());
    }
    g.code().bind(afterEval);
  }

  /** Runs the source in this scope if what is called is eval itself, and jumps to the end; goes on if it is anything else. */
  private void directEval(CallNode node, int result, int callee, int source, Label end) {
    int mark = g.registers().mark();
    int value = g.registers().temp();
    at(node);
    g.code().emit("DirectEval", value, callee, source, g.scopes().heapScope(), g.code().string(EvalContext.describe(g)));
    Label call = new Label();
    g.code().jump("JumpIfHole", call, value);
    g.code().emit("Move", result, value);
    g.code().jump("Jump", end);
    g.code().bind(call);
    g.registers().release(mark);
  }

  /**
   * A call of a global object's method for which a plugin has an opcode: {@code Math.sqrt(x)} as {@code math.Sqrt}. The opcode is given what stands there
   * now, and does what a call does when that is not the original function.
   *
   * @return false when there is no such opcode
   */
  private boolean intrinsicCall(CallNode node, int result) {
    if (!(node.getFunction() instanceof AccessNode access) || !(access.getBase() instanceof IdentNode object) || access.isPrivate() || access.isSuper()
        || access.isOptionalChain() || node.isOptionalChain() || needsArray(node.getArgs())) {
      return false;
    }
    Optional<OpcodeDescriptor> opcode = g.code().intrinsic(object.getName(), access.getProperty());
    int arguments = node.getArgs().size();
    if (opcode.isEmpty() || opcode.get().operands().size() != arguments + INTRINSIC_OPERANDS
        || !(g.variables().resolve(object.getName()).place() instanceof Place.Global)) {
      return false;
    }
    int mark = g.registers().mark();
    int[] operands = new int[arguments + INTRINSIC_OPERANDS - 1];
    operands[0] = result;
    operands[1] = g.registers().temp();
    operands[2] = g.registers().temp();
    method(access, operands[1], operands[2]);
    for (int i = 0; i < arguments; i++) {
      operands[3 + i] = g.registers().temp();
      g.expressions().into(node.getArgs().get(i), operands[3 + i]);
    }
    at(node);
    g.code().emit(opcode.get().name(), operands);
    g.registers().release(mark);
    return true;
  }

  private void at(CallNode node) {
    g.code().at(Positions.call(node), CalleeText.of(node.getFunction()));
  }

  private static boolean needsArray(List<Expression> arguments) {
    return arguments.size() > MAX_ARGUMENTS
        || arguments.stream().anyMatch(a -> a instanceof UnaryNode unary && Patterns.isSpread(unary));
  }

  /** The arguments, in the registers that follow. */
  private void arguments(List<Expression> arguments) {
    for (Expression argument : arguments) {
      g.expressions().into(argument, g.registers().temp());
    }
  }

  /**
   * Evaluates what is called.
   *
   * @return whether it is a method, so that its object is in the receiver's register
   */
  private boolean callee(CallNode node, int callee, int receiver) {
    Expression function = node.getFunction();
    if (!(function instanceof BaseNode access)) {
      g.expressions().into(g.chains().link(node, function), callee);
      return false;
    }
    if (access.isOptionalChain() && !node.isOptionalChain()) {
      // (a?.b)() in parentheses: the chain ends before the call.
      g.chains().within(
          () -> method(access, callee, receiver),
          () -> {
            g.code().emit("LoadUndefined", callee);
            g.code().emit("LoadUndefined", receiver);
          });
    } else {
      method(access, callee, receiver);
    }
    return true;
  }

  private void method(BaseNode access, int callee, int receiver) {
    int mark = g.registers().mark();
    if (access.isSuper()) {
      References.Reference reference = g.references().prepare(access);
      g.references().load(reference, callee);
      g.code().emit("Move", receiver, ((References.Reference.Super) reference).receiver());
    } else {
      Expression base = g.chains().base(access);
      g.expressions().into(base, receiver);
      g.chains().shortCircuit(access, receiver);
      g.expressions().property(access, receiver, callee);
    }
    g.registers().release(mark);
  }

  void construct(UnaryNode node, int result) {
    CallNode call = (CallNode) node.getExpression();
    String text = CalleeText.of(call.getFunction());
    int window = g.registers().range(WINDOW_HEADER);
    g.expressions().into(call.getFunction(), window);
    if (needsArray(call.getArgs())) {
      int array = g.registers().temp();
      g.literals().arrayOf(call.getArgs(), array);
      g.code().at(node.getStart(), text);
      g.code().emit("ConstructSpread", result, window, window, array);
    } else {
      arguments(call.getArgs());
      g.code().at(node.getStart(), text);
      g.code().emit("Construct", result, window, call.getArgs().size());
    }
  }

  private void superCall(CallNode node, int result) {
    if (g.kind() != FunctionKind.DERIVED_CONSTRUCTOR) {
      superCallFromInside(node, result);
      return;
    }
    int made = g.registers().temp();
    if (needsArray(node.getArgs())) {
      int array = g.registers().temp();
      g.literals().arrayOf(node.getArgs(), array);
      g.code().at(node.getStart(), "super");
      g.code().emit("SuperCallSpread", made, array);
    } else {
      int window = g.registers().range(WINDOW_HEADER);
      arguments(node.getArgs());
      g.code().at(node.getStart(), "super");
      g.code().emit("SuperCall", made, window, node.getArgs().size());
    }
    Label first = new Label();
    g.code().jump("JumpIfHole", first, g.thisRegister());
    g.code().emit("ThrowError", 2, g.code().string("Super constructor may only be called once"));
    g.code().bind(first);
    g.functions().initialiseThis(made);
    g.code().emit("Move", result, made);
  }

  /** In an arrow function or a direct eval in a derived constructor, which has captured all that it takes. */
  private void superCallFromInside(CallNode node, int result) {
    int constructor = g.registers().temp();
    int superclass = g.registers().temp();
    int newTarget = g.registers().temp();
    int array = g.registers().temp();
    int made = g.registers().temp();
    g.variables().load(g.scopes().find(Names.CONSTRUCTOR), constructor);
    g.code().emit("LoadPrototype", superclass, constructor);
    g.variables().loadNewTarget(newTarget);
    g.literals().arrayOf(node.getArgs(), array);
    g.code().at(node.getStart(), "super");
    g.code().emit("ConstructSpread", made, superclass, newTarget, array);
    Variable self = g.scopes().find(Names.THIS);
    Label first = new Label();
    int before = g.registers().temp();
    g.variables().load(self, before);
    g.code().jump("JumpIfHole", first, before);
    g.code().emit("ThrowError", 2, g.code().string("Super constructor may only be called once"));
    g.code().bind(first);
    g.variables().store(self, made);
    g.code().emit("RunFieldInitialiser", constructor, made);
    g.code().emit("Move", result, made);
  }
}
