package dev.joist.bytecode;

import java.util.ArrayList;
import java.util.List;

/**
 * The notation of operands in descriptors and in docs/spec/opcodes.md: a comma-separated list of {@code role name}, for example
 * {@code "d result, u left, u right, s:FEEDBACK"}. Roles: d defined, u used, x both, w window, r range, n count, h 16-bit number,
 * i8, i32, k:CONSTANT_KIND, s:SITE_KIND (no name), L jump target.
 */
final class Signature {
  private Signature() {}

  static List<Operand> parse(String text) {
    List<Operand> operands = new ArrayList<>();
    if (!text.isEmpty()) {
      for (String part : text.split(",")) {
        operands.add(operand(part.stripLeading()));
      }
    }
    return operands;
  }

  private static Operand operand(String part) {
    int space = part.indexOf(' ');
    String role = space < 0 ? part : part.substring(0, space);
    String name = space < 0 ? part : part.substring(space + 1);
    if (role.startsWith("s:")) {
      return Operand.site(SiteKind.valueOf(role.substring(2)));
    }
    if (role.startsWith("k:")) {
      return Operand.constant(name, ConstantKind.valueOf(role.substring(2)));
    }
    for (OperandKind kind : OperandKind.values()) {
      if (letter(kind).equals(role)) {
        return Operand.of(name, kind);
      }
    }
    throw new IllegalArgumentException("operand '" + part + "': unknown role '" + role + "'");
  }

  /** The notation of one operand without its name. */
  static String notation(Operand operand) {
    return switch (operand.kind()) {
      case SITE -> "s:" + operand.site();
      case CONSTANT -> "k:" + operand.constant();
      default -> letter(operand.kind());
    };
  }

  private static String letter(OperandKind kind) {
    return switch (kind) {
      case DEF -> "d";
      case USE -> "u";
      case USE_DEF -> "x";
      case RANGE -> "r";
      case WINDOW -> "w";
      case COUNT -> "n";
      case UINT16 -> "h";
      case INT8 -> "i8";
      case INT32 -> "i32";
      case CONSTANT -> "k";
      case SITE -> "s";
      case TARGET -> "L";
    };
  }
}
