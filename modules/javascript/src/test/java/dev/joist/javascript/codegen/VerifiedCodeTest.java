package dev.joist.javascript.codegen;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import dev.joist.bytecode.Verifier;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is generated passes the verifier: no register is read that may be unwritten, or that a call has overwritten. */
class VerifiedCodeTest {
  @ParameterizedTest
  @ValueSource(strings = {"expressions.js", "statements.js", "functions.js", "classes.js", "patterns.js"})
  void everyConstructOfTheLanguagePasses(String name) throws IOException {
    assertVerified(resource(name));
  }

  @Test
  void manyVariablesAreSpilledToAScope() {
    StringBuilder text = new StringBuilder("function f() {\n");
    for (int i = 0; i < 1_000; i++) {
      text.append("let v").append(i).append(" = g(").append(i).append(");\n");
    }
    text.append("return v0 + v999; }");

    assertVerified(text.toString());
  }

  @Test
  void manyArgumentsAndElementsGoThroughArrays() {
    String list = "x, ".repeat(500) + "x";

    assertVerified("f(" + list + "); new F(" + list + "); y = [" + list + "]");
  }

  private static void assertVerified(String text) {
    assertDoesNotThrow(() -> Verifier.verify(Compiling.OPCODES, Compiling.compile(text)));
  }

  private static String resource(String name) throws IOException {
    try (InputStream stream = VerifiedCodeTest.class.getResourceAsStream("flow/" + name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
