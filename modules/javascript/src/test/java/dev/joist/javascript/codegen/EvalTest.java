package dev.joist.javascript.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.joist.bytecode.Constant;
import dev.joist.bytecode.FunctionTemplate;
import dev.joist.bytecode.Verifier;
import dev.joist.bytecode.text.BytecodeWriter;
import dev.joist.javascript.source.JsSyntaxError;
import dev.joist.javascript.source.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Code for eval, compiled in the context that the caller's code describes. */
class EvalTest {
  private final ScriptCompiler compiler = new ScriptCompiler(Compiling.OPCODES);

  /** The context of the direct eval in a script's only function. */
  private static String context(String script) {
    return Compiling.compile(script).constants().stream()
        .filter(Constant.Function.class::isInstance)
        .flatMap(function -> ((Constant.Function) function).template().constants().stream())
        .filter(constant -> constant instanceof Constant.Str text && text.value().contains("\n"))
        .map(constant -> ((Constant.Str) constant).value())
        .findFirst()
        .orElseThrow();
  }

  private String eval(String source, String context) {
    FunctionTemplate code = compiler.compileEval(new Source("<eval>", source), context);
    Verifier.verify(Compiling.OPCODES, code);
    return BytecodeWriter.write(Compiling.OPCODES, code);
  }

  @Test
  void variablesOfTheCallerAreInItsScope() {
    String code = eval("x + y", context("function f(x) { let y; eval(''); }"));

    assertEquals(2, code.lines().filter(line -> line.contains("LoadScoped")).count(), code);
    assertTrue(code.contains("CheckHole"), "a let may not be initialised when eval runs\n" + code);
  }

  @Test
  void indirectEvalIsGlobalCode() {
    String code = eval("var x; let y", "");

    assertTrue(code.contains("DeclareEvalGlobals"), code);
    assertTrue(code.contains("vars \"x\" functions lexicals constants"), code);
  }

  @Test
  void strictCodeKeepsItsVariables() {
    assertTrue(!eval("var x = 1; x", context("'use strict'; function f() { eval(''); }")).contains("Global"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "function f() { let x; { eval(''); } }        | Identifier 'x' has already been declared",
      "function f() { { const x = 1; eval(''); } }  | Identifier 'x' has already been declared",
      "function f(x, y = eval('')) {}               | Identifier 'x' has already been declared",
  })
  void aVarDoesNotPassADeclarationOfABlock(String script, String message) {
    String context = context(script);

    assertEquals(message, assertThrows(JsSyntaxError.class, () -> eval("var x", context)).getMessage());
  }

  @Test
  void superAndNewTargetNeedAFunctionThatHasThem() {
    String plain = context("function f() { eval(''); }");

    assertThrows(JsSyntaxError.class, () -> eval("super.x", plain));
    assertThrows(JsSyntaxError.class, () -> eval("new.target", ""));
    assertTrue(eval("new.target", plain).contains("LoadScoped"));
  }
}
