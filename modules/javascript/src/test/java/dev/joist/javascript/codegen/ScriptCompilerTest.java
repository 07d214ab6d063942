package dev.joist.javascript.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.joist.bytecode.Constant;
import dev.joist.bytecode.FunctionKind;
import dev.joist.bytecode.FunctionTemplate;
import dev.joist.bytecode.Verifier;
import dev.joist.javascript.source.JsSyntaxError;
import dev.joist.javascript.source.Source;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptCompilerTest {
  private final ScriptCompiler compiler = new ScriptCompiler(Compiling.OPCODES);

  private FunctionTemplate functionIn(FunctionTemplate script) {
    Verifier.verify(Compiling.OPCODES, script);
    return script.constants().stream()
        .filter(Constant.Function.class::isInstance)
        .map(constant -> ((Constant.Function) constant).template())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aModuleIsAFunctionWithTheParametersThatNodeGivesIt() {
    FunctionTemplate module = functionIn(compiler.compileModule("m.js", "#!shebang\nexports.x = 1; return; // end"));

    assertEquals(5, module.parameterCount());
    assertEquals(2, module.positions().getFirst().line());
    assertEquals(11, module.positions().getFirst().column());
  }

  @Test
  void aModuleCannotEndTheFunctionAroundIt() {
    JsSyntaxError error =
        assertThrows(JsSyntaxError.class, () -> compiler.compileModule("m.js", "x; }); (function () {"));

    assertEquals("Unexpected token '}'", error.getMessage());
  }

  @Test
  void errorsInTheFirstLineOfAModuleAreWhereTheyStandInTheFile() {
    JsSyntaxError error = assertThrows(JsSyntaxError.class, () -> compiler.compileModule("m.js", "x = ;"));

    assertEquals("m.js:1:5\nx = ;\n    ^", error.render().substring(0, "m.js:1:5\nx = ;\n    ^".length()));
  }

  @Test
  void aRegularExpressionWithAnErrorIsRefusedWhereItStands() {
    RegExpSyntax syntax = (pattern, flags) -> pattern.equals("(a") && flags.equals("g") ? Optional.of("bad pattern") : Optional.empty();
    Source source = new Source("r.js", "if (false) {\n  f(/b/, /(a/g);\n}");

    JsSyntaxError error = assertThrows(JsSyntaxError.class, () -> new ScriptCompiler(Compiling.OPCODES, syntax).compileScript(source));

    assertEquals("bad pattern", error.getMessage());
    assertEquals("2:10", error.line() + ":" + error.column());
    compiler.compileScript(source);
  }

  @Test
  void aDynamicFunctionIsCalledAnonymousAndShowsItsText() {
    FunctionTemplate function = functionIn(compiler.compileDynamicFunction("a, b", "return a + b", FunctionKind.NORMAL));

    assertEquals("anonymous", function.name());
    assertEquals(2, function.length());
    assertEquals("function anonymous(a, b\n) {\nreturn a + b\n}", function.source().functionText());
  }

  @ParameterizedTest
  @CsvSource({"/*, */){", "a) { }, function (b, return", "'a', 'yield x; }, function* () {'"})
  void theParametersAndTheBodyOfADynamicFunctionAreValidEachOnItsOwn(String parameters, String body) {
    assertThrows(JsSyntaxError.class, () -> compiler.compileDynamicFunction(parameters, body, FunctionKind.NORMAL));
  }
}
