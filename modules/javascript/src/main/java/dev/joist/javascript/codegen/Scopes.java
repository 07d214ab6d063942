package dev.joist.javascript.codegen;

import dev.joist.javascript.parser.ir.Scope;
import dev.joist.javascript.parser.ir.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Enters and leaves scopes: decides where each variable lives, and makes heap scopes for those that closures see. */
final class Scopes {
  /** With more registers taken than this, variables go to a heap scope, so that temporaries are left. */
  private static final int MAX_VARIABLE_REGISTERS = 160;

  private final FunctionGenerator g;
  private ScopeFrame current;

  Scopes(FunctionGenerator g, ScopeFrame outer) {
    this.g = g;
    this.current = outer;
  }

  ScopeFrame current() {
    return current;
  }

  /** The frame's variables, of whatever function, up to the global scope; null for a name that is none of them. */
  Variable find(String name) {
    return find(current, name);
  }

  private static Variable find(ScopeFrame start, String name) {
    for (ScopeFrame frame = start; frame != null; frame = frame.parent()) {
      Variable variable = frame.find(name);
      if (variable != null) {
        return variable;
      }
      Variable dynamic = frame.find(Names.EVAL_VARIABLES);
      if (dynamic != null && Names.isIdentifier(name)) {
        Variable outer = find(frame.parent(), name);
        Variable otherwise = outer == null ? Variable.initialised(name, Variable.Kind.VAR, new Place.Global()) : outer;
        return Variable.initialised(name, Variable.Kind.VAR, new Place.Dynamic(dynamic, otherwise));
      }
    }
    return null;
  }

  /** The parser's symbol of a name that the innermost scope declares, or null. */
  Symbol symbol(String name) {
    return current.symbol(name);
  }

  /** The variable that {@code var} declares in this function or script, or null. */
  Variable findVar(String name) {
    for (ScopeFrame frame = current; frame != null && frame.function() == g; frame = frame.parent()) {
      Variable variable = frame.isVarScope() ? frame.find(name) : null;
      if (variable != null) {
        return variable;
      }
    }
    return null;
  }

  /** Enters the global scope: its variables are globals. */
  void enterGlobal(Scope scope) {
    current = new ScopeFrame(current, g, scope, true);
    for (Symbol symbol : scope.getSymbols()) {
      Place place = new Place.Global();
      // The table of globals knows by itself what is not initialised or constant.
      current.declare(Variable.initialised(symbol.getName(), kind(symbol), place));
    }
  }

  /** Enters the scope of variables that code in a direct eval declares elsewhere. */
  void enterVars(Scope scope, List<Variable> variables) {
    current = new ScopeFrame(current, g, scope, true);
    variables.forEach(current::declare);
  }

  /** Enters a scope of eval code for its block-scoped declarations only. */
  void enterLexicals(Scope scope) {
    enter(scope, false, false, Symbol::isBlockScoped);
  }

  /** Enters a scope whose variables all come from its declarations. */
  ScopeFrame enterBlock(Scope scope) {
    return enter(scope, false, false);
  }

  /**
   * Enters a scope. Each variable gets its place; those without a value from the start get the hole ({@code let},
   * {@code const}, class) or undefined ({@code var}).
   *
   * @param varScope whether {@code var} declares in it
   * @param synthetic whether slots will be added that no name in the source has, so that there is a heap scope anyway
   */
  ScopeFrame enter(Scope scope, boolean varScope, boolean synthetic) {
    return enter(scope, varScope, synthetic, _ -> true);
  }

  /** Enters the scope of a function whose parameters, in the first slots of the heap scope, are elements of {@code arguments} too. */
  ScopeFrame enterMapped(Scope scope, List<String> parameters) {
    return enter(scope, true, true, _ -> true, parameters);
  }

  private ScopeFrame enter(Scope scope, boolean varScope, boolean synthetic, Predicate<Symbol> wanted) {
    return enter(scope, varScope, synthetic, wanted, List.of());
  }

  private ScopeFrame enter(Scope scope, boolean varScope, boolean synthetic, Predicate<Symbol> wanted, List<String> mapped) {
    ScopeFrame frame = new ScopeFrame(current, g, scope, varScope);
    // A direct eval may see all that there is.
    boolean eval = scope.hasNestedEval();
    boolean spill = eval || g.registers().mark() + scope.getSymbolCount() > MAX_VARIABLE_REGISTERS;
    boolean dynamic = eval && !g.isStrict() && (varScope || scope.isFunctionParameterScope());
    boolean heap = synthetic || dynamic;
    List<Symbol> kept = new ArrayList<>();
    for (Symbol symbol : scope.getSymbols()) {
      if (wanted.test(symbol) && isKept(symbol, eval)) {
        kept.add(symbol);
        heap |= spill || isCaptured(symbol);
      }
    }
    if (heap) {
      materialise(frame);
    }
    current = frame;
    // Of two with one name the last counts.
    mapped.forEach(name -> frame.declare(Variable.initialised(name, Variable.Kind.VAR, frame.newSlot())));
    kept.stream().filter(symbol -> !mapped.contains(symbol.getName())).forEach(symbol -> declare(frame, symbol, spill));
    if (dynamic) {
      declareSynthetic(frame, Names.EVAL_VARIABLES);
    }
    Variable self = frame.find(Names.THIS);
    if (self != null && self.place() instanceof Place.Slot && g.isDerivedConstructor()) {
      // What an arrow function in it takes to call super().
      declareSynthetic(frame, Names.CONSTRUCTOR);
      if (frame.find(Names.NEW_TARGET) == null) {
        declareSynthetic(frame, Names.NEW_TARGET);
      }
    }
    return frame;
  }

  private void declareSynthetic(ScopeFrame frame, String name) {
    Variable variable = Variable.initialised(name, Variable.Kind.VAR, frame.newSlot());
    frame.declare(variable);
    g.presetUndefined(variable);
    variable.keepPreset();
  }

  void exit() {
    ScopeFrame frame = current;
    for (Variable variable : frame.variables()) {
      // Nothing that was generated sees them.
      variable.dropPreset();
    }
    if (frame.isHeap()) {
      g.patchSlotCount(frame);
    }
    current = frame.parent();
  }

  private void materialise(ScopeFrame frame) {
    int parent = heapScope();
    int register = g.registers().variable();
    frame.materialise(register);
    g.createScope(frame, parent);
  }

  /** The register with the innermost heap scope, for something that keeps it; undefined in it when there is none. */
  int heapScope() {
    for (ScopeFrame frame = current; frame != null && frame.function() == g; frame = frame.parent()) {
      if (frame.isHeap()) {
        frame.share();
        return frame.heapRegister();
      }
    }
    return g.outerScope();
  }

  /** The register with the heap scope around a frame. */
  int heapScopeAround(ScopeFrame frame) {
    ScopeFrame inner = current;
    current = frame.parent();
    int register = heapScope();
    current = inner;
    return register;
  }

  /** Which scope register a slot is reached from here, and how many scopes lie between. */
  record Path(int register, int hops) {}

  Path path(Place.Slot slot) {
    ScopeFrame frame = slot.frame();
    if (frame.function() == g) {
      return new Path(frame.heapRegister(), 0);
    }
    int hops = 0;
    ScopeFrame outer = current;
    while (outer.function() == g) {
      outer = outer.parent();
    }
    for (; outer != frame; outer = outer.parent()) {
      if (outer.isHeap()) {
        hops++;
      }
    }
    return new Path(g.outerScope(), hops);
  }

  /** The special names have no variable unless an arrow function wants them; private names are made by the class. */
  private static boolean isKept(Symbol symbol, boolean eval) {
    if (eval) {
      return !symbol.getName().equals(PRIVATE_CONSTRUCTOR);
    }
    if (symbol.isThis() || symbol.isSuper() || symbol.isNewTarget()) {
      return symbol.isClosedOver();
    }
    if (symbol.isArguments() || symbol.isFunctionSelf()) {
      return symbol.isUsed();
    }
    return !symbol.getName().equals(PRIVATE_CONSTRUCTOR);
  }

  /** Private names are used by the initialisers, which are functions that the parser knows nothing of. */
  private static boolean isCaptured(Symbol symbol) {
    return symbol.isClosedOver() || symbol.isPrivateName();
  }

  /** The parser's own mark in the scope of a class body. */
  private static final String PRIVATE_CONSTRUCTOR = "#constructor";

  private void declare(ScopeFrame frame, Symbol symbol, boolean spill) {
    String name = symbol.getName();
    boolean captured = spill || isCaptured(symbol);
    int parameter = captured || !symbol.isParam() ? -1 : g.parameterRegister(name);
    Place place =
        captured
            ? frame.newSlot()
            : new Place.Register(parameter >= 0 ? parameter : g.registers().variable());
    Variable.Kind kind = kind(symbol);
    boolean special =
        symbol.isThis() || symbol.isSuper() || symbol.isNewTarget() || symbol.isArguments() || symbol.isFunctionSelf()
            || symbol.isInternal() || symbol.isCatchParameter();
    if (special) {
      frame.declare(Variable.initialised(name, kind, place));
    } else if (kind == Variable.Kind.VAR) {
      Variable variable = Variable.initialised(name, kind, place);
      frame.declare(variable);
      if (!symbol.isParam()) {
        g.presetUndefined(variable);
      }
    } else if (parameter >= 0) {
      frame.declare(Variable.parameter(name, kind, place));
    } else {
      Variable variable = Variable.uninitialised(name, kind, place, symbol.isDeclaredInSwitchBlock());
      frame.declare(variable);
      g.presetHole(variable);
    }
  }

  private static Variable.Kind kind(Symbol symbol) {
    if (symbol.isFunctionSelf()) {
      return Variable.Kind.SELF_NAME;
    }
    if (symbol.isConst()) {
      return Variable.Kind.CONST;
    }
    return symbol.isLet() ? Variable.Kind.LET : Variable.Kind.VAR;
  }
}
