package dev.joist.javascript.codegen;

import dev.joist.bytecode.Constant;
import dev.joist.bytecode.FunctionKind;
import dev.joist.bytecode.FunctionTemplate;
import dev.joist.javascript.parser.ir.Block;
import dev.joist.javascript.parser.ir.FunctionNode;
import dev.joist.javascript.parser.ir.Symbol;
import java.util.ArrayList;
import java.util.List;

/** The top level of a script. */
final class ScriptGenerator {
  private ScriptGenerator() {}

  /** The bytecode of a parsed script, with all functions in it. */
  static FunctionTemplate generate(Unit unit, FunctionNode program) {
    FunctionGenerator g = new FunctionGenerator(unit, null, "", FunctionKind.SCRIPT, program.isStrict(), 0);
    Block body = program.getBody();
    g.code().emit("DeclareGlobals", g.code().constant(declarations(body)));
    g.loadOuterScope();
    g.scopes().enterGlobal(body.getScope());
    int completion = -1;
    if (unit.completion()) {
      completion = g.registers().variable();
      g.code().emit("LoadUndefined", completion);
      g.statements().keepCompletion(completion);
    }
    g.statements().body(body.getStatements());
    if (completion >= 0 && g.code().isReachable()) {
      g.code().emit("Return", completion);
    }
    g.functions().end();
    g.scopes().exit();
    String text = unit.source().text();
    return g.finish(0, new FunctionTemplate.SourceRange(unit.source().name(), text, 0, text.length()));
  }

  private static Constant.GlobalDeclarations declarations(Block body) {
    List<String> vars = new ArrayList<>();
    List<String> functions = new ArrayList<>();
    List<String> lexicals = new ArrayList<>();
    List<String> constants = new ArrayList<>();
    for (Symbol symbol : body.getScope().getSymbols()) {
      String name = symbol.getName();
      if (symbol.isBlockScoped()) {
        lexicals.add(name);
        if (symbol.isConst()) {
          constants.add(name);
        }
      } else if (symbol.isHoistableDeclaration()) {
        functions.add(name);
      } else {
        vars.add(name);
      }
    }
    return new Constant.GlobalDeclarations(vars, functions, lexicals, constants);
  }
}
