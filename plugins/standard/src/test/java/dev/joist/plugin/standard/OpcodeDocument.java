package dev.joist.plugin.standard;

import dev.joist.bytecode.Effect;
import dev.joist.bytecode.OpcodeDescriptor;
import dev.joist.bytecode.WindowUse;
import dev.joist.spi.JoistPlugin;
import dev.joist.spi.opcode.OpcodeDefinition;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes docs/spec/opcodes.md. */
final class OpcodeDocument {
  private static final String INTRODUCTION = """
      # The standard opcodes

      One opcode table, linked from the plugins' `OpcodeDefinition`s, is the source for encoder, decoder, disassembler, verifier, dispatch and this
      page: it is written by `OpcodeDocumentTest` (run with `-Djoist.update=true`), which also fails when the page is out of date.
      Numbers are given at link time; the name is the identity.

      Encoding: one byte opcode, then the operands in order. Roles:

      | role | bytes | |
      |---|---|---|
      | `d` | 1 | register that is defined |
      | `u` | 1 | register that is used |
      | `x` | 1 | register that is used and defined |
      | `w` | 1 | first register of a call window, see frames-and-values.md; its arguments are as many as the next `n` says |
      | `r` | 1 | first register of a range that is used; its length is the next `n` |
      | `n` | 1 | number from 0 to 255 |
      | `h` | 2 | number from 0 to 65535 |
      | `i8`, `i32` | 1, 4 | immediate |
      | `k:KIND` | 2 | index of a constant of that kind |
      | `s:KIND` | 2 | index of the first word of a site of that kind |
      | `L` | 4 | jump target, relative to the start of the instruction |

      Effects: T throws, C may run arbitrary code (so a collection may happen), F may switch to another frame, P polls the safepoint, E control does
      not continue after it, S leaves a frame that may be resumed behind it, N has no other effect than its result when its operands are numbers or immediates.
      """;

  private OpcodeDocument() {}

  static String write() {
    StringBuilder text = new StringBuilder(INTRODUCTION);
    for (JoistPlugin plugin : StandardOpcodes.plugins()) {
      text.append("\n## plugins/").append(plugin.id()).append("\n\n| opcode | operands | effects | meaning |\n|---|---|---|---|\n");
      for (OpcodeDefinition definition : plugin.opcodes()) {
        text.append(row(definition.descriptor()));
      }
    }
    return text.toString();
  }

  private static String row(OpcodeDescriptor descriptor) {
    String operands = descriptor.operands().stream().map(operand -> {
      String notation = new OpcodeDescriptor("X", List.of(operand), Set.of(), WindowUse.NONE, "").notation();
      return operand.name().equals("site") ? "`" + notation + "`" : "`" + notation + "` " + operand.name();
    }).collect(Collectors.joining(", "));
    String effects = descriptor.effects().stream().sorted().map(OpcodeDocument::letter).collect(Collectors.joining(" "));
    return "| " + descriptor.name() + " | " + operands + " | " + effects + " | " + descriptor.summary().replace("|", "\\|") + " |\n";
  }

  private static String letter(Effect effect) {
    return switch (effect) {
      case THROWS -> "T";
      case CALLS -> "C";
      case SWITCHES_FRAME -> "F";
      case SUSPENDS -> "S";
      case SAFEPOINT -> "P";
      case TERMINATES -> "E";
      case PURE_ON_PRIMITIVES -> "N";
    };
  }
}
