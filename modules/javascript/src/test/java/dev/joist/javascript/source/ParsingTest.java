package dev.joist.javascript.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.joist.javascript.parser.ir.FunctionNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParsingTest {
  private static FunctionNode parse(String text) {
    return BigStack.call(() -> Parsing.script(new Source("a.js", text)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#!/usr/bin/env joist\n1",
        "class A { #x = 1; static { } static y; has(o) { return #x in o; } }",
        "a?.b ?? c; a ||= b; a **= 2",
        "1n + 1_000n",
        "async function* f() { for await (const x of y) yield x; }",
        "label: for (const [a, { b = 1, ...c }] of d) continue label;",
        "try { } catch { }",
        "if (a) function f() { }",
        "with (a) b"
      })
  void theLanguageIsTheNewest(String text) {
    assertTrue(parse(text).isProgram());
  }

  @ParameterizedTest
  @CsvSource({
    "'let a;\nlet a', 2, 5, 'Identifier ''a'' has already been declared'",
    "'x = ;', 1, 5, 'Unexpected token '';'''",
    "'x y', 1, 3, 'Unexpected identifier ''y'''",
    "'x \"y\"', 1, 3, 'Unexpected string'",
    "'x 1', 1, 3, 'Unexpected number'",
    "'f(', 1, 3, 'Unexpected end of input'",
    "'\"use strict\"; with (a) b', 1, 15, 'Strict mode code may not include a with statement'",
    "'f() = 1; 1 = 2', 1, 10, 'Invalid left-hand side in assignment'",
    "'while (1) { break x }', 1, 19, 'Undefined label ''x'''"
  })
  void errorsSayWhatAndWhereInTheWordsOfV8(String text, int line, int column, String message) {
    JsSyntaxError error = assertThrows(JsSyntaxError.class, () -> parse(text));

    assertEquals(message, error.getMessage());
    assertEquals(line + ":" + column, error.line() + ":" + error.column());
  }

  @Test
  void deepNestingIsParsed() {
    int depth = 10_000;

    assertTrue(parse("(".repeat(depth) + "1" + ")".repeat(depth)).isProgram());
  }

  @Test
  void tooDeepNestingIsAnErrorAtItsPlace() {
    JsSyntaxError error = assertThrows(JsSyntaxError.class, () -> parse("[".repeat(1_000_000)));

    assertEquals("Source is nested too deeply", error.getMessage());
    assertTrue(error.offset() > 10_000, () -> "offset " + error.offset());
  }

  @ParameterizedTest
  @CsvSource({"1e3, 1000", ".5, 0.5", "0x10, 16", "1e21, 1e+21", "123e-20, 1.23e-18", "1e-6, 0.000001", "0, 0"})
  void numbersAsKeysAreSpelledAsEcmaScriptSpellsThem(String literal, String key) {
    assertEquals(key, NumberKeys.toKey(Double.parseDouble(literal.startsWith("0x") ? literal + "p0" : literal)));
  }
}
