package dev.joist.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A program's file, read. */
record ScriptFile(String name, String text) {
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
