package dev.joist.javascript.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.joist.javascript.source.JsSyntaxError;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is not compiled is refused by name and place, never taken for something else. */
class RefusalTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "let b = 10n                              | 1:9  | BigInt literals are not supported",
        "with (o) x                               | 1:1  | The 'with' statement is not supported",
        "x = import('y')                          | 1:5  | import() is not supported",
        "function f() { using x = y }             | 1:16 | A 'using' declaration is not supported",
        "@d class A {}                            | 1:4  | Decorators are not supported"
      })
  void namesTheConstructAndThePlace(String text, String place, String message) {
    JsSyntaxError error = assertThrows(JsSyntaxError.class, () -> Compiling.compile(text));

    assertEquals(message, error.getMessage());
    assertEquals(place, error.line() + ":" + error.column());
  }

  @ParameterizedTest
  @CsvSource({"17000, Function is too large"})
  void namesTheLimitThatAFunctionBreaks(int statements, String message) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < statements; i++) {
      text.append("x.p").append(i).append(";");
    }

    JsSyntaxError error = assertThrows(JsSyntaxError.class, () -> Compiling.compile(text.toString()));

    assertEquals(message, error.getMessage().substring(0, message.length()));
  }
}
