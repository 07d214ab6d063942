package dev.joist.javascript.codegen;

import dev.joist.bytecode.BytecodeException;
import dev.joist.bytecode.FunctionKind;
import dev.joist.bytecode.FunctionTemplate;
import dev.joist.javascript.parser.ir.Node;
import dev.joist.javascript.source.JsSyntaxError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Everything that belongs to the function whose code is being generated. */
final class FunctionGenerator {
  private static final int THIS_REGISTER = 0;

  private final Unit unit;
  private final FunctionKind kind;
  private final boolean strict;
  private final int parameters;
  private final CodeBuffer code;
  private final Registers registers;
  private final Map<String, Integer> parameterRegisters = new HashMap<>();
  private final int outerScopeRegister;
  private Instruction outerScopeLoad;
  private boolean outerScopeUsed;
  private boolean thisInitialised;
  private final Map<ScopeFrame, List<Instruction>> scopeCreations = new HashMap<>();

  private final Scopes scopes;
  private final Variables variables;
  private final Expressions expressions;
  private final Operators operators;
  private final Conditions conditions;
  private final Literals literals;
  private final Calls calls;
  private final OptionalChains chains;
  private final References references;
  private final Assignments assignments;
  private final Patterns patterns;
  private final Control control;
  private final Statements statements;
  private final Loops loops;
  private final Tries tries;
  private final Generators generators;
  private final Classes classes;
  private final Functions functions;

  /**
   * @param outer the scope in which the function stands, null for a script
   * @param parameters registers that the caller fills, {@code this} not counted
   */
  FunctionGenerator(Unit unit, ScopeFrame outer, String name, FunctionKind kind, boolean strict, int parameters) {
    this.unit = unit;
    this.kind = kind;
    this.strict = strict;
    this.parameters = parameters;
    this.code = new CodeBuffer(unit.opcodes(), unit.source(), name);
    this.registers = new Registers(1 + parameters, code::failForRegisters);
    this.outerScopeRegister = registers.temp();
    this.thisInitialised = kind != FunctionKind.DERIVED_CONSTRUCTOR;
    this.scopes = new Scopes(this, outer);
    this.variables = new Variables(this);
    this.expressions = new Expressions(this);
    this.operators = new Operators(this);
    this.conditions = new Conditions(this);
    this.literals = new Literals(this);
    this.calls = new Calls(this);
    this.chains = new OptionalChains(this);
    this.references = new References(this);
    this.assignments = new Assignments(this);
    this.patterns = new Patterns(this);
    this.control = new Control(this);
    this.statements = new Statements(this);
    this.loops = new Loops(this);
    this.tries = new Tries(this);
    this.generators = new Generators(this);
    this.classes = new Classes(this);
    this.functions = new Functions(this);
  }

  Unit unit() {
    return unit;
  }

  FunctionKind kind() {
    return kind;
  }

  boolean isStrict() {
    return strict;
  }

  boolean isDerivedConstructor() {
    return kind == FunctionKind.DERIVED_CONSTRUCTOR;
  }

  boolean isGenerator() {
    return kind.isGenerator();
  }

  CodeBuffer code() {
    return code;
  }

  Registers registers() {
    return registers;
  }

  Scopes scopes() {
    return scopes;
  }

  Variables variables() {
    return variables;
  }

  Expressions expressions() {
    return expressions;
  }

  Operators operators() {
    return operators;
  }

  Conditions conditions() {
    return conditions;
  }

  Literals literals() {
    return literals;
  }

  Calls calls() {
    return calls;
  }

  OptionalChains chains() {
    return chains;
  }

  References references() {
    return references;
  }

  Assignments assignments() {
    return assignments;
  }

  Patterns patterns() {
    return patterns;
  }

  Control control() {
    return control;
  }

  Statements statements() {
    return statements;
  }

  Loops loops() {
    return loops;
  }

  Tries tries() {
    return tries;
  }

  Generators generators() {
    return generators;
  }

  Classes classes() {
    return classes;
  }

  Functions functions() {
    return functions;
  }

  /** The register of the function's own {@code this}. */
  int thisRegister() {
    return THIS_REGISTER;
  }

  /** False while {@code super()} may not have been called yet. */
  boolean isThisInitialised() {
    return thisInitialised;
  }

  /** {@code super()} has certainly been called before whatever is generated next in this function. */
  void thisIsInitialised() {
    thisInitialised = true;
  }

  void nameParameter(String name, int register) {
    parameterRegisters.put(name, register);
  }

  /** The register in which the caller passes a parameter, or -1 if the parameter has none of its own. */
  int parameterRegister(String name) {
    return parameterRegisters.getOrDefault(name, -1);
  }

  /** Emits what brings the closure's scope into its register; it goes again if nothing uses the scope. */
  void loadOuterScope() {
    outerScopeLoad = code.emit("LoadFunctionScope", outerScopeRegister);
  }

  /** The register with the scope that the function closes over. */
  int outerScope() {
    outerScopeUsed = true;
    return outerScopeRegister;
  }

  void createScope(ScopeFrame frame, int parentRegister) {
    Instruction creation = code.emit("CreateScope", frame.heapRegister(), parentRegister, frame.slots());
    scopeCreations.computeIfAbsent(frame, f -> new ArrayList<>()).add(creation);
  }

  /** Slots may be added until a scope is left. */
  void patchSlotCount(ScopeFrame frame) {
    for (Instruction creation : scopeCreations.getOrDefault(frame, List.of())) {
      creation.operands()[2] = frame.slots();
    }
  }

  void presetUndefined(Variable variable) {
    switch (variable.place()) {
      case Place.Register(int register) -> variable.presetBy(code.emit("LoadUndefined", register));
      case Place.Slot slot -> {
        int mark = registers.mark();
        int undefined = registers.temp();
        Instruction load = code.emit("LoadUndefined", undefined);
        variable.presetBy(load, variables.storeSlot(slot, undefined));
        registers.release(mark);
      }
      case Place.Dynamic _, Place.Resolved _, Place.Global _ -> { }
    }
  }

  /** Heap scopes are made with holes in all slots. */
  void presetHole(Variable variable) {
    if (variable.place() instanceof Place.Register(int register)) {
      variable.presetBy(code.emit("LoadHole", register));
    }
  }

  /** The finished function. */
  FunctionTemplate finish(int length, FunctionTemplate.SourceRange range) {
    if (!outerScopeUsed && outerScopeLoad != null) {
      outerScopeLoad.remove();
    }
    try {
      return code.assemble(parameters, outerScopeUsed ? -1 : outerScopeRegister)
          .kind(kind)
          .strict(strict)
          .length(length)
          .source(range)
          .build();
    } catch (BytecodeException e) {
      throw code.tooLarge(e);
    }
  }

  JsSyntaxError unsupported(String construct, Node place) {
    return unit.unsupported(construct, place);
  }
}
