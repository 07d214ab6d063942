package dev.joist.backend.x86.asm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.joist.backend.x86.disasm.Disassembly;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The encoder against GNU as, and the disassembler against GNU objdump. {@code encodings.txt} holds what these two say;
 * {@code src/test/regenerate-encodings} makes it.
 */
class EncodingTest {
  private static final HexFormat HEX = HexFormat.of();

  @Test
  void everyFormIsEncodedAsGnuAsDoes() throws IOException {
    Map<String, String> expected = expected();
    List<String> wrong = new ArrayList<>();
    for (EncodingCases.Case c : EncodingCases.all()) {
      String bytes = expected.get(c.text());
      if (bytes == null) {
        wrong.add("no encoding is checked in; run regenerate-encodings: " + c.text());
      } else if (!bytes.equals(HEX.formatHex(c.bytes()))) {
        wrong.add(bytes + ", not " + HEX.formatHex(c.bytes()) + " ; " + c.text());
      }
    }
    assertEquals(List.of(), wrong);
    assertTrue(expected.size() > 4000, "only " + expected.size() + " encodings are checked in");
  }

  @Test
  void everyInstructionIsDisassembledAsObjdumpDoes() throws IOException {
    Disassembly disassembly = new Disassembly(d -> d < 0 ? ".-" + -d : ".+" + d);
    List<String> wrong = new ArrayList<>();
    expected().forEach((text, hex) -> {
      byte[] bytes = HEX.parseHex(hex);
      Disassembly.Instruction ours = disassembly.at(bytes, 0);
      if (!ours.text().equals(text) || ours.end() != bytes.length) {
        wrong.add(hex + " is " + text + ", not " + ours);
      }
    });
    assertEquals(List.of(), wrong);
  }

  @Test
  void everyCheckedInEncodingHasACase() throws IOException {
    Map<String, String> expected = expected();
    EncodingCases.all().forEach(c -> expected.remove(c.text()));
    assertEquals(Map.of(), expected);
  }

  @Test
  void whatIsCutOffIsData() {
    byte[] bytes = HEX.parseHex("48b8010203");
    assertEquals(".byte 0x48", new Disassembly(Long::toHexString).at(bytes, 0).text());
  }

  private static Map<String, String> expected() throws IOException {
    Map<String, String> encodings = new LinkedHashMap<>();
    try (BufferedReader in = new BufferedReader(new InputStreamReader(
        EncodingTest.class.getResourceAsStream("encodings.txt"), StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        int cut = line.indexOf(" ; ");
        encodings.put(line.substring(cut + 3), line.substring(0, cut));
      }
    }
    return encodings;
  }
}
