package dev.joist.javascript.codegen;

import dev.joist.javascript.parser.ir.Scope;
import dev.joist.javascript.parser.ir.Symbol;
import java.util.HashMap;
import java.util.Map;

/** A scope while code inside it is generated: its names, and the heap scope for those that closures see. */
final class ScopeFrame {
  /** Slot operands are 16 bits wide. */
  private static final int MAX_SLOTS = 1 << 16;

  private final ScopeFrame parent;
  private final FunctionGenerator function;
  private final Scope scope;
  private final boolean varScope;
  private final Map<String, Variable> variables = new HashMap<>();
  private int heapRegister = -1;
  private int slots;
  private boolean shared;

  ScopeFrame(ScopeFrame parent, FunctionGenerator function, Scope scope, boolean varScope) {
    this.parent = parent;
    this.function = function;
    this.scope = scope;
    this.varScope = varScope;
  }

  ScopeFrame parent() {
    return parent;
  }

  /** The function whose code runs in this scope. */
  FunctionGenerator function() {
    return function;
  }

  /** True for a scope that {@code var} declares in: a function's body or the global scope. */
  boolean isVarScope() {
    return varScope;
  }

  /** What the parser knows of it. */
  Scope scope() {
    return scope;
  }

  /** The parser's symbol of a name that this scope declares, or null. */
  Symbol symbol(String name) {
    return scope.getExistingSymbol(name);
  }

  Variable find(String name) {
    return variables.get(name);
  }

  void declare(Variable variable) {
    variables.put(variable.name(), variable);
  }

  Iterable<Variable> variables() {
    return variables.values();
  }

  /** True if a heap scope exists at run time. */
  boolean isHeap() {
    return heapRegister >= 0;
  }

  /** The register of {@link #function()} that holds the heap scope. */
  int heapRegister() {
    return heapRegister;
  }

  void materialise(int register) {
    heapRegister = register;
  }

  /** A closure or an inner scope has been made that keeps the heap scope. */
  void share() {
    shared = true;
  }

  boolean isShared() {
    return shared;
  }

  Place.Slot newSlot() {
    if (slots == MAX_SLOTS) {
      throw new IllegalStateException("scope with more than " + MAX_SLOTS + " captured variables");
    }
    return new Place.Slot(this, slots++);
  }

  int slots() {
    return slots;
  }
}
