package dev.joist.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A program's file, read. */
public record ScriptFile(String name, String text) {
  /** Reads the file that the command line names. */
  public static final class Converter implements ITypeConverter<ScriptFile> {
    @Override
    public ScriptFile convert(String name) {
      try {
        byte[] bytes = Files.readAllBytes(Path.of(name));
        return new ScriptFile(name, StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
      } catch (NoSuchFileException e) {
        throw new TypeConversionException("there is no file '" + name + "'");
      } catch (CharacterCodingException e) {
        throw new TypeConversionException("'" + name + "' is not UTF-8 text");
      } catch (IOException e) {
        throw new TypeConversionException("cannot read '" + name + "': " + e.getMessage());
      }
    }
  }
}
