package dev.joist.bytecode;

import java.util.List;
import java.util.Set;

/**
 * All that is known of an opcode but its meaning: the source of encoder, decoder, disassembler, verifier and dispatch.
 *
 * @param name the identity, unique among the linked plugins: {@code Add}, {@code acme.Imul}
 * @param operands in encoding order
 * @param effects what it may do
 * @param windowUse what it reads of its call window, NONE without a window
 * @param summary one line for the documentation
 */
public record OpcodeDescriptor(String name, List<Operand> operands, Set<Effect> effects, WindowUse windowUse, String summary) {
  public OpcodeDescriptor {
    operands = List.copyOf(operands);
    effects = Set.copyOf(effects);
    if (!isName(name)) {
      throw new IllegalArgumentException("opcode name '" + name + "' is not of the form Name or vendor.Name");
    }
  }

  /**
   * A descriptor without a window.
   *
   * @param signature the operands as docs/spec/opcodes.md writes them, each with its name: {@code "d result, u left, u right, s:FEEDBACK"}
   */
  public static OpcodeDescriptor of(String name, String signature, Set<Effect> effects, String summary) {
    return new OpcodeDescriptor(name, Signature.parse(signature), effects, WindowUse.NONE, summary);
  }

  /** A descriptor with a window. */
  public static OpcodeDescriptor of(String name, String signature, Set<Effect> effects, WindowUse windowUse, String summary) {
    return new OpcodeDescriptor(name, Signature.parse(signature), effects, windowUse, summary);
  }

  /** The operands as docs/spec/opcodes.md writes them: {@code d u u s:FEEDBACK}. */
  public String notation() {
    StringBuilder text = new StringBuilder();
    for (Operand operand : operands) {
      text.append(text.isEmpty() ? "" : " ").append(Signature.notation(operand));
    }
    return text.toString();
  }

  /** {@code Name} or {@code vendor.Name}. No regular expression: every start looks at a hundred names. */
  private static boolean isName(String name) {
    boolean start = true;
    boolean upper = false;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '.') {
        if (start || upper) {
          return false;
        }
        start = true;
      } else if (start) {
        if (!isLetter(c)) {
          return false;
        }
        upper = c <= 'Z';
        start = false;
      } else if (!isLetter(c) && !(c >= '0' && c <= '9')) {
        return false;
      }
    }
    return !start && upper;
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  /** Bytes of an instruction, the opcode byte included. */
  public int length() {
    int length = 1;
    for (Operand operand : operands) {
      length += operand.kind().bytes();
    }
    return length;
  }

  /** Byte offset of an operand from the start of the instruction. */
  public int operandOffset(int index) {
    int offset = 1;
    for (int i = 0; i < index; i++) {
      offset += operands.get(i).kind().bytes();
    }
    return offset;
  }

  public boolean has(Effect effect) {
    return effects.contains(effect);
  }
}
