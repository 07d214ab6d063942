package dev.joist.javascript.codegen;

import dev.joist.bytecode.FunctionKind;
import dev.joist.javascript.parser.ir.FunctionNode;
import dev.joist.javascript.parser.ir.Scope;
import dev.joist.javascript.parser.ir.Symbol;
import dev.joist.javascript.parser.strings.TruffleString;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The scopes around a direct eval, as text, so that they are a constant of the function with the call; and back, for the code that eval is
 * given when the call runs.
 *
 * <p>A line for the code itself, then one for each scope, innermost first, the words separated by spaces: what it is, what function it is in
 * and what that is, whether there is a heap scope, and for each name its parser's flags, slot or -1, and kind.
 */
final class EvalContext {
  /** The context of an indirect eval: global code. */
  static final EvalContext GLOBAL = new EvalContext(null, null, false);

  private static final int NO_SLOT = -1;

  private final ScopeFrame frame;
  private final Scope scope;
  private final boolean strict;

  private EvalContext(ScopeFrame frame, Scope scope, boolean strict) {
    this.frame = frame;
    this.scope = scope;
    this.strict = strict;
  }

  /** The innermost scope that the code runs in; null for global code. */
  ScopeFrame frame() {
    return frame;
  }

  /** The same for the parser. */
  Scope scope() {
    return scope;
  }

  /** Whether the code with the call is strict. */
  boolean isStrict() {
    return strict;
  }

  /** What a scope is. */
  private enum Type {
    GLOBAL, FUNCTION, BODY, PARAMETERS, CATCH, SWITCH, CLASS_HEAD, CLASS_BODY, EVAL, BLOCK;

    static Type of(Scope scope) {
      if (scope.isGlobalScope()) {
        return GLOBAL;
      } else if (scope.isEvalScope()) {
        return EVAL;
      } else if (scope.isFunctionParameterScope()) {
        return PARAMETERS;
      } else if (scope.isFunctionBodyScope()) {
        return scope.isFunctionTopScope() ? FUNCTION : BODY;
      } else if (scope.isCatchParameterScope()) {
        return CATCH;
      } else if (scope.isSwitchBlockScope()) {
        return SWITCH;
      } else if (scope.isClassHeadScope()) {
        return CLASS_HEAD;
      }
      return scope.isClassBodyScope() ? CLASS_BODY : BLOCK;
    }

    Scope create(Scope parent, int functionFlags, boolean strict) {
      return switch (this) {
        case GLOBAL -> Scope.createGlobal();
        case FUNCTION -> Scope.createFunctionBody(parent, functionFlags, true);
        case BODY -> Scope.createFunctionBody(parent, functionFlags, false);
        case PARAMETERS -> Scope.createFunctionParameter(parent, functionFlags);
        case CATCH -> Scope.createCatchParameter(parent);
        case SWITCH -> Scope.createSwitchBlock(parent);
        case CLASS_HEAD -> Scope.createClassHead(parent);
        case CLASS_BODY -> Scope.createClassBody(parent);
        case EVAL -> Scope.createEval(parent, strict);
        case BLOCK -> Scope.createBlock(parent);
      };
    }
  }

  /** Describes where the code stands that is being generated. */
  static String describe(FunctionGenerator g) {
    StringBuilder text = new StringBuilder(g.isStrict() ? "strict" : "sloppy");
    Map<FunctionGenerator, Integer> functions = new HashMap<>();
    for (ScopeFrame frame = g.scopes().current(); frame != null; frame = frame.parent()) {
      int number = functions.computeIfAbsent(frame.function(), _ -> functions.size());
      Scope scope = frame.scope();
      Type type = Type.of(scope);
      text.append('\n').append(type).append(' ').append(number).append(' ').append(frame.function().kind()).append(' ')
          .append(functionFlags(scope)).append(' ').append(frame.function().isStrict() ? 1 : 0).append(' ').append(frame.isHeap() ? 1 : 0);
      if (type != Type.GLOBAL) {
        frame.variables().forEach(variable -> describe(variable, scope, text));
      }
    }
    return text.toString();
  }

  private static int functionFlags(Scope scope) {
    return (scope.inMethod() ? FunctionNode.IS_METHOD : 0)
        | (scope.inDerivedConstructor() ? FunctionNode.IS_DERIVED_CONSTRUCTOR : 0)
        | (scope.inClassFieldInitializer() ? FunctionNode.IS_CLASS_FIELD_INITIALIZER : 0);
  }

  private static void describe(Variable variable, Scope scope, StringBuilder text) {
    Symbol symbol = scope.getExistingSymbol(variable.name());
    int slot = variable.place() instanceof Place.Slot(ScopeFrame _, int index) ? index : NO_SLOT;
    text.append(' ').append(variable.name()).append(' ').append(symbol == null ? 0 : symbol.getFlags()).append(' ').append(slot).append(' ')
        .append(variable.kind());
  }

  /** The context that {@link #describe} has described. */
  static EvalContext read(Unit unit, String text) {
    List<String> lines = text.lines().toList();
    Map<String, FunctionGenerator> functions = new HashMap<>();
    ScopeFrame frame = null;
    Scope scope = null;
    for (String line : lines.subList(1, lines.size()).reversed()) {
      String[] words = line.split(" ");
      Type type = Type.valueOf(words[0]);
      FunctionKind kind = FunctionKind.valueOf(words[2]);
      boolean strict = words[4].equals("1");
      FunctionGenerator function = functions.computeIfAbsent(words[1], _ -> new FunctionGenerator(unit, null, "", kind, strict, 0));
      scope = type.create(scope, Integer.parseInt(words[3]), strict);
      frame = new ScopeFrame(frame, function, scope, false);
      if (words[5].equals("1")) {
        frame.materialise(0);
      }
      for (int i = 6; i < words.length; i += 4) {
        declare(frame, scope, words[i], Integer.parseInt(words[i + 1]), Integer.parseInt(words[i + 2]), Variable.Kind.valueOf(words[i + 3]));
      }
    }
    return new EvalContext(frame, scope, lines.getFirst().equals("strict"));
  }

  private static void declare(ScopeFrame frame, Scope scope, String name, int flags, int slot, Variable.Kind kind) {
    if (flags != 0) {
      scope.putSymbol(new Symbol(TruffleString.fromJavaStringUncached(name, TruffleString.Encoding.UTF_16), flags));
    }
    if (slot == NO_SLOT) {
      return;
    }
    Place place = new Place.Slot(frame, slot);
    boolean mayBeUninitialised = kind == Variable.Kind.LET || kind == Variable.Kind.CONST;
    frame.declare(mayBeUninitialised ? Variable.uninitialised(name, kind, place, true) : Variable.initialised(name, kind, place));
  }

  /** The names that block-scoped declarations between the code and the scope of its variables have, which {@code var} may not have too. */
  List<String> clashes(Iterable<String> names, ScopeFrame end) {
    List<String> clashing = new ArrayList<>();
    for (String name : names) {
      for (ScopeFrame at = frame; at != null; at = at == end ? null : at.parent()) {
        Symbol symbol = at.symbol(name);
        boolean parameterScope = at == end && at.scope().isFunctionParameterScope();
        if (symbol != null && !symbol.isCatchParameter() && (symbol.isBlockScoped() || parameterScope)) {
          clashing.add(name);
        }
      }
    }
    return clashing;
  }
}
