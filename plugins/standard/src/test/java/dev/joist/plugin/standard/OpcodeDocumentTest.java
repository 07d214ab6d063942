package dev.joist.plugin.standard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class OpcodeDocumentTest {
  private static final Path PAGE = Path.of("..", "..", "docs", "spec", "opcodes.md");

  @Test
  void thePageSaysWhatTheDescriptorsSay() throws IOException {
    String page = OpcodeDocument.write();
    if (Boolean.getBoolean("joist.update")) {
      Files.writeString(PAGE, page);
    }
    assertEquals(page, Files.readString(PAGE), "docs/spec/opcodes.md is out of date: run this test with -Djoist.update=true");
  }
}
