package dev.joist.conformance.kit.opcode;

import java.util.Objects;

/**
 * A program in the text form of bytecode, and what it gives.
 *
 * @param name what failures call it
 * @param text the program; its script returns the result
 * @param expected the result as JavaScript's {@code String} shows it
 */
public record OpcodeProgram(String name, String text, String expected) {
  public OpcodeProgram {
    Objects.requireNonNull(name);
    Objects.requireNonNull(text);
    Objects.requireNonNull(expected);
  }
}
