package dev.joist.library.date;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.joist.runtime.number.NumberText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What node answers in Berlin (vectors.tsv, made by vectors.js beside it) is what we answer. */
class DateVectorsTest {
  private final TimeZone before = TimeZone.getDefault();

  @BeforeEach
  void moveToBerlin() {
    TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
  }

  @AfterEach
  void moveBack() {
    TimeZone.setDefault(before);
  }

  @Test
  void parsingAndPrintingAgreeWithNode() throws IOException {
    List<String> lines;
    try (InputStream in = DateVectorsTest.class.getResourceAsStream("vectors.tsv")) {
      lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
    assertTrue(lines.size() > 150, "vectors are missing");
    List<String> wrong = new ArrayList<>();
    for (String line : lines) {
      String[] fields = line.split("\t", -1);
      String actual = answer(fields[0], fields[1]);
      if (!actual.equals(fields[2])) {
        wrong.add(line + " but was " + actual);
      }
    }
    assertEquals(List.of(), wrong);
  }

  private static String answer(String function, String argument) {
    if (function.equals("parse")) {
      return NumberText.toString(DateParser.parse(argument.substring(1, argument.length() - 1)));
    }
    double time = Double.parseDouble(argument);
    return switch (function) {
      case "toISOString" -> DateText.iso(time);
      case "toUTCString" -> DateText.utc(time);
      case "toString" -> DateText.full(time);
      case "toDateString" -> DateText.date(time);
      case "toTimeString" -> DateText.time(time);
      case "toLocaleTimeString" -> DateText.localeTime(time);
      case "toLocaleDateString" -> DateText.localeDate(time);
      default -> throw new IllegalArgumentException(function);
    };
  }
}
