package dev.joist.runtime.number;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What node answers (vectors.tsv, made by vectors.js beside it) is what we answer. */
class NumberVectorsTest {
  @Test
  void everyConversionAgreesWithNode() throws IOException {
    List<String> lines;
    try (InputStream in = NumberVectorsTest.class.getResourceAsStream("vectors.tsv")) {
      lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
    assertTrue(lines.size() > 1000, "vectors are missing");
    List<String> wrong = new ArrayList<>();
    for (String line : lines) {
      String[] fields = line.split("\t", -1);
      String actual = answer(fields[0], fields[1], Integer.parseInt(fields[2]));
      if (!actual.equals(fields[3])) {
        wrong.add(line + " but was " + actual);
      }
    }
    assertEquals(List.of(), wrong);
  }

  private static String answer(String function, String argument, int parameter) {
    return switch (function) {
      case "toString" -> NumberText.toString(number(argument), parameter);
      case "toFixed" -> NumberText.toFixed(number(argument), parameter);
      case "toExponential" -> NumberText.toExponential(number(argument), parameter);
      case "toPrecision" -> NumberText.toPrecision(number(argument), parameter);
      case "parse" -> bits(NumberParser.parse(unquote(argument)));
      case "parseFloat" -> bits(NumberParser.parseFloat(unquote(argument)));
      case "parseInt" -> bits(NumberParser.parseInt(unquote(argument), parameter));
      default -> throw new IllegalArgumentException(function);
    };
  }

  private static double number(String bits) {
    return Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16));
  }

  private static String bits(double value) {
    return String.format("%016x", Double.doubleToLongBits(value));
  }

  private static String unquote(String json) {
    return json.substring(1, json.length() - 1).translateEscapes();
  }
}
