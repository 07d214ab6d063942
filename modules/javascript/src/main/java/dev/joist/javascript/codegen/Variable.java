package dev.joist.javascript.codegen;

import java.util.List;

/** A binding of a name, as seen while code is generated. */
final class Variable {
  /** What an assignment to it does. */
  enum Kind {
    VAR,
    LET,
    CONST,
    /** The name of a function expression inside it: an assignment is ignored, or an error in strict code. */
    SELF_NAME
  }

  private final String name;
  private final Kind kind;
  private final Place place;
  private final boolean jumpable;
  private boolean initialised;
  private boolean parameter;
  private List<Instruction> presetters = List.of();

  private Variable(String name, Kind kind, Place place, boolean initialised, boolean jumpable) {
    this.name = name;
    this.kind = kind;
    this.place = place;
    this.initialised = initialised;
    this.jumpable = jumpable;
  }

  /** A variable that has a value from the start. */
  static Variable initialised(String name, Kind kind, Place place) {
    return new Variable(name, kind, place, true, false);
  }

  /**
   * A variable that must not be used before its declaration was evaluated.
   *
   * @param jumpable whether a jump may go past the declaration into its scope, as in a switch
   */
  static Variable uninitialised(String name, Kind kind, Place place, boolean jumpable) {
    return new Variable(name, kind, place, false, jumpable);
  }

  /** A parameter that may not be used before its turn, in a register that the caller has filled already. */
  static Variable parameter(String name, Kind kind, Place place) {
    Variable variable = new Variable(name, kind, place, false, false);
    variable.parameter = true;
    return variable;
  }

  String name() {
    return name;
  }

  Kind kind() {
    return kind;
  }

  Place place() {
    return place;
  }

  /**
   * The declaration has been generated: whatever is generated from now on runs after it, since code, and the closures
   * in it, are generated in the order in which they run.
   */
  void declared() {
    initialised |= !jumpable;
  }

  /** Marks a function or class declaration that is evaluated when its scope is entered, even in a switch. */
  void declaredAtEntry() {
    initialised = true;
  }

  /** The instructions that give it undefined or the hole when its scope is entered; they go if nothing sees it. */
  void presetBy(Instruction... instructions) {
    presetters = List.of(instructions);
  }

  /** Something may see the value that the scope's entry gave: that value has to be there. */
  void keepPreset() {
    presetters = List.of();
  }

  /** No instruction can see the value from the scope's entry. */
  void dropPreset() {
    presetters.forEach(Instruction::remove);
    presetters = List.of();
  }

  /** True when it may not be initialised here. */
  boolean needsCheck() {
    return !initialised;
  }

  /** True when it is certainly not initialised here, though its register holds no hole. */
  boolean isDead() {
    return parameter && !initialised;
  }
}
