package dev.joist.cli;

import dev.joist.embedding.Engine;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** A program's file, read. */
record ScriptFile(String name, String text) {
  /** Whether it is bytecode in text form rather than JavaScript. */
  boolean isBytecode() {
    return name.endsWith(".joist");
  }

  /**
   * Runs it as a program of its own.
   *
   * @return its exit status
   */
  int run(Engine engine, List<String> arguments) {
    if (isBytecode()) {
      engine.runBytecode(name, text);
      return 0;
    }
    return engine.runProgram(Path.of(name), text, arguments);
  }

  /** @throws UsageException when it cannot be read, saying why */
  static ScriptFile read(String name) {
    try {
      byte[] bytes = Files.readAllBytes(Path.of(name));
      return new ScriptFile(name, StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (NoSuchFileException e) {
      throw new UsageException("there is no file '" + name + "'");
    } catch (CharacterCodingException e) {
      throw new UsageException("'" + name + "' is not UTF-8 text");
    } catch (IOException e) {
      throw new UsageException("cannot read '" + name + "': " + e.getMessage());
    }
  }
}
