package dev.joist.javascript.codegen;

import dev.joist.bytecode.FunctionKind;
import dev.joist.javascript.parser.ir.IdentNode;
import java.util.function.IntConsumer;

/** Reads and writes variables wherever they live, with the checks that their declaration asks for. */
final class Variables {
  private final FunctionGenerator g;

  Variables(FunctionGenerator g) {
    this.g = g;
  }

  /** The variable of a name in the source, to be read or assigned; a name that nothing declares is a global. */
  Variable resolve(String name) {
    Variable variable = g.scopes().find(name);
    if (variable == null) {
      return Variable.initialised(name, Variable.Kind.VAR, new Place.Global());
    }
    if (variable.kind() == Variable.Kind.VAR) {
      variable.keepPreset();
    }
    return variable;
  }

  /** The register that holds the variable's value, if it lives in one. */
  int registerOf(Variable variable) {
    return variable.place() instanceof Place.Register(int register) ? register : -1;
  }

  /** Reads a variable into a register; {@code ReferenceError} when it is not initialised. */
  void load(Variable variable, int result) {
    switch (variable.place()) {
      case Place.Register(int register) -> {
        check(variable, register);
        if (register != result) {
          g.code().emit("Move", result, register);
        }
      }
      case Place.Slot slot -> {
        loadSlot(slot, result);
        check(variable, result);
      }
      case Place.Dynamic dynamic -> loadDynamic(variable, dynamic, result, false);
      case Place.Resolved resolved -> loadResolved(variable, resolved, result, false);
      case Place.Global() -> g.code().emit("LoadGlobal", result, name(variable));
    }
  }

  /** As {@link #load}, but a name that nothing declares is undefined: for typeof. */
  void loadIfDefined(Variable variable, int result) {
    switch (variable.place()) {
      case Place.Dynamic dynamic -> loadDynamic(variable, dynamic, result, true);
      case Place.Resolved resolved -> loadResolved(variable, resolved, result, true);
      case Place.Global() -> g.code().emit("TypeOfGlobal", result, name(variable));
      case Place.Register _, Place.Slot _ -> load(variable, result);
    }
  }

  private void loadDynamic(Variable variable, Place.Dynamic dynamic, int result, boolean undefinedIfMissing) {
    int mark = g.registers().mark();
    loadResolved(variable, resolve(variable, dynamic), result, undefinedIfMissing);
    g.registers().release(mark);
  }

  private void loadResolved(Variable variable, Place.Resolved resolved, int result, boolean undefinedIfMissing) {
    choose(resolved, object -> g.code().emit("GetProperty", result, object, name(variable)), () -> {
      if (undefinedIfMissing) {
        loadIfDefined(resolved.otherwise(), result);
      } else {
        load(resolved.otherwise(), result);
      }
    });
  }

  /** Deletes a variable if a direct eval has declared it; otherwise does what is given. */
  void deleteDynamic(Variable variable, Place.Dynamic dynamic, int result, Runnable otherwise) {
    int mark = g.registers().mark();
    choose(resolve(variable, dynamic), object -> g.code().emit("DeleteProperty", result, object, name(variable)), otherwise);
    g.registers().release(mark);
  }

  /** The variable as it is now, for an assignment whose right side may contain an eval that declares another of the name. */
  Variable resolved(Variable variable) {
    if (!(variable.place() instanceof Place.Dynamic dynamic)) {
      return variable;
    }
    Place.Resolved place = resolve(variable, new Place.Dynamic(dynamic.object(), resolved(dynamic.otherwise())));
    return Variable.initialised(variable.name(), variable.kind(), place);
  }

  /** Finds out whether a direct eval has declared the name. The register is the caller's to release. */
  private Place.Resolved resolve(Variable variable, Place.Dynamic dynamic) {
    Label end = new Label();
    int object = g.registers().temp();
    load(dynamic.object(), object);
    g.code().jump("JumpIfUndefined", end, object);
    Label absent = new Label();
    jumpIfNotIn(variable, object, absent);
    g.code().jump("Jump", end);
    g.code().bind(absent);
    g.code().emit("LoadUndefined", object);
    g.code().bind(end);
    return new Place.Resolved(object, dynamic.otherwise());
  }

  /** Does the one with the object of variables if the name is a property of it, and else the other. */
  private void choose(Place.Resolved resolved, IntConsumer declared, Runnable otherwise) {
    Label absent = new Label();
    Label end = new Label();
    g.code().jump("JumpIfUndefined", absent, resolved.object());
    declared.accept(resolved.object());
    g.code().jump("Jump", end);
    g.code().bind(absent);
    otherwise.run();
    g.code().bind(end);
  }

  private void jumpIfNotIn(Variable variable, int object, Label absent) {
    int mark = g.registers().mark();
    int key = g.registers().temp();
    int found = g.registers().temp();
    g.expressions().string(variable.name(), key);
    g.code().emit("In", found, key, object);
    g.code().jump("JumpIfFalse", absent, found);
    g.registers().release(mark);
  }

  /** Declares a variable of a function from a direct eval in it. @param object the variable that holds the function's object of such variables */
  Variable declareDynamic(Variable object, String name) {
    Variable declared = Variable.initialised(name, Variable.Kind.VAR,
        new Place.Dynamic(object, Variable.initialised(name, Variable.Kind.VAR, new Place.Global())));
    Label exists = new Label();
    Label missing = new Label();
    Label end = new Label();
    int mark = g.registers().mark();
    int variables = g.registers().temp();
    load(object, variables);
    g.code().jump("JumpIfNotUndefined", exists, variables);
    g.code().emit("CreateEvalVariables", variables);
    store(object, variables);
    g.code().bind(exists);
    jumpIfNotIn(declared, variables, missing);
    g.code().jump("Jump", end);
    g.code().bind(missing);
    int undefined = g.registers().temp();
    g.code().emit("LoadUndefined", undefined);
    g.code().emit("SetProperty", variables, g.code().string(name), undefined);
    g.code().bind(end);
    g.registers().release(mark);
    return declared;
  }

  /** Emits the check of a variable in a register, if one is needed here. */
  void check(Variable variable, int register) {
    if (!variable.needsCheck()) {
      return;
    }
    if (variable.isDead()) {
      int mark = g.registers().mark();
      int hole = g.registers().temp();
      g.code().emit("LoadHole", hole);
      g.code().emit("CheckHole", hole, name(variable));
      g.registers().release(mark);
      return;
    }
    variable.keepPreset();
    g.code().emit("CheckHole", register, name(variable));
  }

  /** Assigns a value, as {@code =} does. */
  void assign(Variable variable, int value) {
    switch (variable.kind()) {
      case VAR -> store(variable, value);
      case LET -> {
        checkBeforeAssignment(variable);
        store(variable, value);
      }
      case CONST -> {
        if (variable.place() instanceof Place.Global) {
          store(variable, value);
        } else {
          checkBeforeAssignment(variable);
          g.code().emit("ThrowConstAssign", name(variable));
        }
      }
      case SELF_NAME -> {
        if (g.isStrict()) {
          g.code().emit("ThrowConstAssign", name(variable));
        }
      }
    }
  }

  /** True when an assignment is nothing but a write to a register. */
  boolean isPlainRegister(Variable variable) {
    return variable.place() instanceof Place.Register
        && !variable.needsCheck()
        && (variable.kind() == Variable.Kind.VAR || variable.kind() == Variable.Kind.LET);
  }

  private void checkBeforeAssignment(Variable variable) {
    if (!variable.needsCheck()) {
      return;
    }
    switch (variable.place()) {
      case Place.Register(int register) -> check(variable, register);
      case Place.Slot slot -> {
        int mark = g.registers().mark();
        int current = g.registers().temp();
        loadSlot(slot, current);
        check(variable, current);
        g.registers().release(mark);
      }
      case Place.Dynamic _, Place.Resolved _, Place.Global _ -> { }
    }
  }

  /** Gives a variable its first value, from its declaration. */
  void initialise(Variable variable, int value) {
    if (variable.place() instanceof Place.Global && variable.kind() != Variable.Kind.VAR) {
      g.code().emit("InitGlobal", name(variable), value);
    } else {
      store(variable, value);
    }
    variable.declared();
  }

  /** Writes without any check. */
  void store(Variable variable, int value) {
    switch (variable.place()) {
      case Place.Register(int register) -> {
        if (register != value) {
          g.code().emit("Move", register, value);
        }
      }
      case Place.Slot slot -> storeSlot(slot, value);
      case Place.Dynamic dynamic -> {
        int mark = g.registers().mark();
        storeResolved(variable, resolve(variable, dynamic), value);
        g.registers().release(mark);
      }
      case Place.Resolved resolved -> storeResolved(variable, resolved, value);
      case Place.Global() -> g.code().emit("StoreGlobal", name(variable), value);
    }
  }

  private void storeResolved(Variable variable, Place.Resolved resolved, int value) {
    choose(resolved, object -> g.code().emit("SetProperty", object, name(variable), value), () -> assign(resolved.otherwise(), value));
  }

  void loadSlot(Place.Slot slot, int result) {
    Scopes.Path path = g.scopes().path(slot);
    g.code().emit("LoadScoped", result, path.register(), path.hops(), slot.index());
  }

  Instruction storeSlot(Place.Slot slot, int value) {
    Scopes.Path path = g.scopes().path(slot);
    return g.code().emit("StoreScoped", path.register(), path.hops(), slot.index(), value);
  }

  int name(Variable variable) {
    return g.code().string(variable.name());
  }

  /** Reads what {@code this} is here: the function's own, or that of the function around an arrow function. */
  void loadThis(IdentNode node, int result) {
    int own = thisRegister(node);
    if (own >= 0) {
      if (own != result) {
        g.code().emit("Move", result, own);
      }
      return;
    }
    Variable captured = g.scopes().find(Names.THIS);
    if (captured == null) {
      g.code().emit("LoadUndefined", result);
      g.code().emit("CoerceThis", result);
      return;
    }
    load(captured, result);
    if (captured.place() instanceof Place.Slot slot && slot.frame().function().isDerivedConstructor()) {
      g.code().at(node.getStart());
      g.code().emit("CheckThis", result);
    }
  }

  /** The register with {@code this}, checked, if the function has one of its own; else -1. */
  int thisRegister(IdentNode node) {
    if (!ownsThis()) {
      return -1;
    }
    if (!g.isThisInitialised()) {
      reloadThis();
      g.code().at(node.getStart());
      g.code().emit("CheckThis", g.thisRegister());
    }
    return g.thisRegister();
  }

  /** In a derived constructor: an arrow function or a direct eval in it may have called super(), and has put {@code this} into its slot. */
  void reloadThis() {
    Variable captured = g.scopes().find(Names.THIS);
    if (captured != null && captured.place() instanceof Place.Slot slot && slot.frame().function() == g) {
      loadSlot(slot, g.thisRegister());
    }
  }

  /** False in arrow functions. */
  boolean ownsThis() {
    return !g.kind().isArrow();
  }

  void loadNewTarget(int result) {
    loadSpecial(Names.NEW_TARGET, "LoadNewTarget", result);
  }

  void loadHomeObject(int result) {
    loadSpecial(Names.SUPER, "LoadHomeObject", result);
  }

  private void loadSpecial(String name, String opcode, int result) {
    Variable captured = ownsThis() ? null : g.scopes().find(name);
    if (captured == null) {
      g.code().emit(opcode, result);
    } else {
      load(captured, result);
    }
  }
}
