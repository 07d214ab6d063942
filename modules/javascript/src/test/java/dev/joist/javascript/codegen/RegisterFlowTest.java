package dev.joist.javascript.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegisterFlowTest {
  @ParameterizedTest
  @ValueSource(strings = {"expressions.js", "statements.js", "functions.js", "classes.js", "patterns.js"})
  void noInstructionReadsARegisterThatMayBeUnwritten(String name) throws IOException {
    assertEquals(List.of(), RegisterFlow.faults(Compiling.OPCODES, Compiling.compile(resource(name))));
  }

  @Test
  void manyVariablesAreSpilledToAScope() {
    StringBuilder text = new StringBuilder("function f() {\n");
    for (int i = 0; i < 1_000; i++) {
      text.append("let v").append(i).append(" = g(").append(i).append(");\n");
    }
    text.append("return v0 + v999; }");

    assertEquals(List.of(), RegisterFlow.faults(Compiling.OPCODES, Compiling.compile(text.toString())));
  }

  @Test
  void manyArgumentsAndElementsGoThroughArrays() {
    String list = "x, ".repeat(500) + "x";

    assertEquals(
        List.of(),
        RegisterFlow.faults(
            Compiling.OPCODES, Compiling.compile("f(" + list + "); new F(" + list + "); y = [" + list + "]")));
  }

  private static String resource(String name) throws IOException {
    try (InputStream stream = RegisterFlowTest.class.getResourceAsStream("flow/" + name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
