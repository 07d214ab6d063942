package dev.joist.backend.aarch64.asm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.joist.backend.aarch64.disasm.Disassembly;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The encoders against GNU as, and the disassembler against GNU objdump. {@code encodings.txt} holds what these two
 * say; {@code src/test/regenerate-encodings} makes it.
 */
class EncodingTest {
  @Test
  void everyFormIsEncodedAsGnuAsDoes() throws IOException {
    Map<String, Integer> expected = expected();
    List<String> wrong = new ArrayList<>();
    for (EncodingCases.Case c : EncodingCases.all()) {
      Integer word = expected.get(c.text());
      if (word == null) {
        wrong.add("no encoding is checked in; run regenerate-encodings: " + c.text());
      } else if (word != c.word()) {
        wrong.add(String.format("%08x, not %08x ; %s", word, c.word(), c.text()));
      }
    }
    assertEquals(List.of(), wrong);
    assertTrue(expected.size() > 2500, "only " + expected.size() + " encodings are checked in");
  }

  @Test
  void everyWordIsDisassembledAsObjdumpDoes() throws IOException {
    Disassembly disassembly = new Disassembly(d -> d < 0 ? ".-" + -d : ".+" + d);
    List<String> wrong = new ArrayList<>();
    expected().forEach((text, word) -> {
      String ours = disassembly.text(word, 0);
      if (!ours.equals(text)) {
        wrong.add(String.format("%08x is %s, not %s", word, text, ours));
      }
    });
    assertEquals(List.of(), wrong);
  }

  /** Nothing is checked in that no encoder makes: the file is not older than the cases. */
  @Test
  void everyCheckedInEncodingHasACase() throws IOException {
    Map<String, Integer> expected = expected();
    EncodingCases.all().forEach(c -> expected.remove(c.text()));
    assertEquals(Map.of(), expected);
  }

  private static Map<String, Integer> expected() throws IOException {
    Map<String, Integer> words = new LinkedHashMap<>();
    try (BufferedReader in = new BufferedReader(new InputStreamReader(
        EncodingTest.class.getResourceAsStream("encodings.txt"), StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        words.put(line.substring(line.indexOf(';') + 2), Integer.parseUnsignedInt(line, 0, 8, 16));
      }
    }
    return words;
  }
}
