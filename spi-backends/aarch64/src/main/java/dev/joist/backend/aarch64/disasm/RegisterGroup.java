package dev.joist.backend.aarch64.disasm;

import static dev.joist.backend.aarch64.disasm.Word.condition;
import static dev.joist.backend.aarch64.disasm.Word.hex;
import static dev.joist.backend.aarch64.disasm.Word.line;
import static dev.joist.backend.aarch64.disasm.Word.sp;
import static dev.joist.backend.aarch64.disasm.Word.zr;

/** Data processing with register operands. */
final class RegisterGroup {
  private static final String[] SHIFTS = {"lsl", "lsr", "asr", "ror"};
  private static final String[] EXTENDS = {"uxtb", "uxth", "uxtw", "uxtx", "sxtb", "sxth", "sxtw", "sxtx"};
  private static final String[] ADD_SUB = {"add", "adds", "sub", "subs"};
  private static final String[] CARRY = {"adc", "adcs", "sbc", "sbcs"};
  private static final String[] LOGICAL = {"and", "bic", "orr", "orn", "eor", "eon", "ands", "bics"};

  private RegisterGroup() {}

  static String text(Word w) {
    if (!w.bit(28)) {
      return !w.bit(24) ? logical(w) : w.bit(21) ? extended(w) : shifted(w);
    }
    if (w.bit(24)) {
      return threeSources(w);
    }
    return switch (w.bits(23, 21)) {
      case 0 -> carry(w);
      case 2 -> conditionalCompare(w);
      case 4 -> conditionalSelect(w);
      case 6 -> w.bit(30) ? oneSource(w) : twoSources(w);
      default -> null;
    };
  }

  private static String shiftSuffix(Word w) {
    int amount = w.bits(15, 10);
    int kind = w.bits(23, 22);
    return amount == 0 && kind == 0 ? "" : ", " + SHIFTS[kind] + " #" + amount;
  }

  private static String logical(Word w) {
    boolean is64 = w.sf();
    if (!is64 && w.bit(15)) {
      return null;
    }
    int op = w.bits(30, 29) << 1 | w.bits(21, 21);
    String operand = zr(is64, w.m()) + shiftSuffix(w);
    if (op == 2 && w.n() == 31 && w.bits(15, 10) == 0 && w.bits(23, 22) == 0) {
      return line("mov", zr(is64, w.d()), operand);
    }
    if (op == 3 && w.n() == 31) {
      return line("mvn", zr(is64, w.d()), operand);
    }
    if (op == 6 && w.d() == 31) {
      return line("tst", zr(is64, w.n()), operand);
    }
    return line(LOGICAL[op], zr(is64, w.d()), zr(is64, w.n()), operand);
  }

  private static String shifted(Word w) {
    boolean is64 = w.sf();
    if (w.bits(23, 22) == 3 || !is64 && w.bit(15)) {
      return null;
    }
    int op = w.bits(30, 29);
    String operand = zr(is64, w.m()) + shiftSuffix(w);
    if (w.d() == 31 && (op & 1) != 0) {
      return line(op == 1 ? "cmn" : "cmp", zr(is64, w.n()), operand);
    }
    if (w.n() == 31 && op >= 2) {
      return line(op == 2 ? "neg" : "negs", zr(is64, w.d()), operand);
    }
    return line(ADD_SUB[op], zr(is64, w.d()), zr(is64, w.n()), operand);
  }

  private static String extended(Word w) {
    boolean is64 = w.sf();
    int amount = w.bits(12, 10);
    if (w.bits(23, 22) != 0 || amount > 4) {
      return null;
    }
    int op = w.bits(30, 29);
    boolean flags = (op & 1) != 0;
    int extend = w.bits(15, 13);
    boolean plain = extend == (is64 ? 3 : 2) && (w.n() == 31 || !flags && w.d() == 31);
    String operand = zr(is64 && (extend & 3) == 3, w.m());
    if (!plain) {
      operand += ", " + EXTENDS[extend] + (amount == 0 ? "" : " #" + amount);
    } else if (amount != 0) {
      operand += ", lsl #" + amount;
    }
    if (flags && w.d() == 31) {
      return line(op == 1 ? "cmn" : "cmp", sp(is64, w.n()), operand);
    }
    return line(ADD_SUB[op], flags ? zr(is64, w.d()) : sp(is64, w.d()), sp(is64, w.n()), operand);
  }

  private static String carry(Word w) {
    boolean is64 = w.sf();
    if (w.bits(15, 10) != 0) {
      return null;
    }
    int op = w.bits(30, 29);
    return op >= 2 && w.n() == 31
        ? line(op == 2 ? "ngc" : "ngcs", zr(is64, w.d()), zr(is64, w.m()))
        : line(CARRY[op], zr(is64, w.d()), zr(is64, w.n()), zr(is64, w.m()));
  }

  private static String conditionalCompare(Word w) {
    if (!w.bit(29) || w.bit(10) || w.bit(4)) {
      return null;
    }
    return line(w.bit(30) ? "ccmp" : "ccmn", zr(w.sf(), w.n()), w.bit(11) ? hex(w.m()) : zr(w.sf(), w.m()),
        hex(w.bits(3, 0)), condition(w.bits(15, 12)));
  }

  private static String conditionalSelect(Word w) {
    if (w.bit(29) || w.bit(11)) {
      return null;
    }
    boolean is64 = w.sf();
    int op = w.bits(30, 30) << 1 | w.bits(10, 10);
    int code = w.bits(15, 12);
    String d = zr(is64, w.d());
    if (w.n() == w.m() && op != 0 && code < 14) {
      String inverse = condition(code ^ 1);
      if (op != 3 && w.n() == 31) {
        return line(op == 1 ? "cset" : "csetm", d, inverse);
      }
      return line(op == 1 ? "cinc" : op == 2 ? "cinv" : "cneg", d, zr(is64, w.n()), inverse);
    }
    String name = new String[] {"csel", "csinc", "csinv", "csneg"}[op];
    return line(name, d, zr(is64, w.n()), zr(is64, w.m()), condition(code));
  }

  private static String oneSource(Word w) {
    if (w.bit(29) || w.m() != 0) {
      return null;
    }
    String name = switch (w.bits(15, 10)) {
      case 0 -> "rbit";
      case 1 -> "rev16";
      case 2 -> w.sf() ? "rev32" : "rev";
      case 3 -> w.sf() ? "rev" : null;
      case 4 -> "clz";
      case 5 -> "cls";
      default -> null;
    };
    return name == null ? null : line(name, zr(w.sf(), w.d()), zr(w.sf(), w.n()));
  }

  private static String twoSources(Word w) {
    if (w.bit(29)) {
      return null;
    }
    String name = switch (w.bits(15, 10)) {
      case 2 -> "udiv";
      case 3 -> "sdiv";
      case 8 -> "lsl";
      case 9 -> "lsr";
      case 10 -> "asr";
      case 11 -> "ror";
      default -> null;
    };
    return name == null ? null : line(name, zr(w.sf(), w.d()), zr(w.sf(), w.n()), zr(w.sf(), w.m()));
  }

  private static String threeSources(Word w) {
    if (w.bits(30, 29) != 0) {
      return null;
    }
    boolean is64 = w.sf();
    boolean subtract = w.bit(15);
    boolean alone = w.a() == 31;
    String d = zr(is64, w.d());
    String a = zr(is64, w.a());
    int op = w.bits(23, 21);
    if (op == 0) {
      String n = zr(is64, w.n());
      String m = zr(is64, w.m());
      return alone ? line(subtract ? "mneg" : "mul", d, n, m) : line(subtract ? "msub" : "madd", d, n, m, a);
    }
    if (!is64) {
      return null;
    }
    String sign = op >= 5 ? "u" : "s";
    return switch (op) {
      case 1, 5 -> {
        String n = zr(false, w.n());
        String m = zr(false, w.m());
        yield alone
            ? line(sign + (subtract ? "mnegl" : "mull"), d, n, m)
            : line(sign + (subtract ? "msubl" : "maddl"), d, n, m, a);
      }
      case 2, 6 -> subtract || !alone ? null : line(sign + "mulh", d, zr(true, w.n()), zr(true, w.m()));
      default -> null;
    };
  }
}
