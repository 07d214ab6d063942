package dev.joist.javascript.codegen;

import dev.joist.bytecode.Constant;
import dev.joist.bytecode.FunctionKind;
import dev.joist.bytecode.FunctionTemplate;
import dev.joist.javascript.parser.ir.Block;
import dev.joist.javascript.parser.ir.FunctionNode;
import dev.joist.javascript.parser.ir.Symbol;
import dev.joist.javascript.source.JsSyntaxError;
import java.util.ArrayList;
import java.util.List;

/**
 * The code that eval is given: a function without parameters that returns its completion value. In a direct eval it sees the caller's
 * variables, {@code this} and so on as an arrow function would.
 */
final class EvalGenerator {
  private final Unit unit;
  private final EvalContext context;
  private final Block body;
  private final FunctionGenerator g;

  private EvalGenerator(Unit unit, FunctionNode program, EvalContext context) {
    this.unit = unit;
    this.context = context;
    this.body = program.getBody();
    FunctionKind kind = context.frame() == null ? FunctionKind.SCRIPT : FunctionKind.ARROW;
    this.g = new FunctionGenerator(unit, context.frame(), "eval", kind, program.isStrict(), 0);
  }

  /**
   * The bytecode of parsed code.
   *
   * @throws JsSyntaxError when a {@code var} has the name of a block-scoped declaration around it
   */
  static FunctionTemplate generate(Unit unit, FunctionNode program, EvalContext context) {
    return new EvalGenerator(unit, program, context).generate();
  }

  private FunctionTemplate generate() {
    g.loadOuterScope();
    if (g.isStrict()) {
      g.scopes().enter(body.getScope(), true, false);
    } else {
      g.scopes().enterVars(body.getScope(), declareVars());
      g.scopes().enterLexicals(body.getScope());
    }
    int completion = g.registers().variable();
    g.code().emit("LoadUndefined", completion);
    g.statements().keepCompletion(completion);
    g.statements().body(body.getStatements());
    if (g.code().isReachable()) {
      g.code().emit("Return", completion);
    }
    g.functions().end();
    g.scopes().exit();
    if (!g.isStrict()) {
      g.scopes().exit();
    }
    String text = unit.source().text();
    return g.finish(0, new FunctionTemplate.SourceRange(unit.source().name(), text, 0, text.length()));
  }

  /** Declares the variables of sloppy code where those of its caller are. */
  private List<Variable> declareVars() {
    List<String> vars = new ArrayList<>();
    List<String> functions = new ArrayList<>();
    for (Symbol symbol : body.getScope().getSymbols()) {
      if (!symbol.isBlockScoped() && !symbol.isThis() && !symbol.isNewTarget() && !symbol.isSuper()) {
        (symbol.isHoistableDeclaration() ? functions : vars).add(symbol.getName());
      }
    }
    List<String> all = new ArrayList<>(vars);
    all.addAll(functions);
    ScopeFrame target = context.frame();
    while (target != null && target.find(Names.EVAL_VARIABLES) == null) {
      target = target.parent();
    }
    for (String clash : context.clashes(all, target)) {
      throw new JsSyntaxError("Identifier '" + clash + "' has already been declared", unit.source(), 0);
    }
    if (target == null) {
      g.code().emit("DeclareEvalGlobals", g.code().constant(new Constant.GlobalDeclarations(vars, functions, List.of(), List.of())));
      return all.stream().map(name -> Variable.initialised(name, Variable.Kind.VAR, new Place.Global())).toList();
    }
    List<Variable> variables = new ArrayList<>();
    for (String name : all) {
      Variable own = target.find(name);
      variables.add(own != null ? own : g.variables().declareDynamic(target.find(Names.EVAL_VARIABLES), name));
    }
    return variables;
  }
}
