package dev.joist.backend.aarch64.disasm;

import static dev.joist.backend.aarch64.disasm.Word.condition;
import static dev.joist.backend.aarch64.disasm.Word.fp;
import static dev.joist.backend.aarch64.disasm.Word.hex;
import static dev.joist.backend.aarch64.disasm.Word.line;
import static dev.joist.backend.aarch64.disasm.Word.zr;

import dev.joist.backend.aarch64.asm.FloatingPoint;
import java.util.Locale;

/** Scalar floating point. */
final class FloatingPointGroup {
  private static final String[] ONE_SOURCE = {
    "fmov", "fabs", "fneg", "fsqrt", null, "fcvt", null, null,
    "frintn", "frintp", "frintm", "frintz", "frinta", null, "frintx", "frinti"
  };
  private static final String[] TWO_SOURCES = {
    "fmul", "fdiv", "fadd", "fsub", "fmax", "fmin", "fmaxnm", "fminnm", "fnmul"
  };

  /** The upper 22 bits of a vector instruction, the only one that is known. */
  private static final int COMPLEMENT = 0x2e20_5800 >>> 10;

  private FloatingPointGroup() {}

  static String text(Word w) {
    if (w.bits(31, 10) == COMPLEMENT) {
      return line("mvn", "v" + w.d() + ".8b", "v" + w.n() + ".8b");
    }
    if (w.bits(30, 29) != 0 || w.bit(23)) {
      return null;
    }
    boolean wide = w.bit(22);
    if (w.bit(24)) {
      return w.bit(31) || w.bit(21)
          ? null
          : line(w.bit(15) ? "fmsub" : "fmadd", fp(wide, w.d()), fp(wide, w.n()), fp(wide, w.m()), fp(wide, w.a()));
    }
    if (!w.bit(21)) {
      return null;
    }
    if (w.bits(15, 10) == 0) {
      return conversion(w, wide);
    }
    return w.bit(31) ? null : scalar(w, wide);
  }

  private static String scalar(Word w, boolean wide) {
    String d = fp(wide, w.d());
    String n = fp(wide, w.n());
    String m = fp(wide, w.m());
    return switch (w.bits(11, 10)) {
      case 1 -> w.bit(4) ? null : line("fccmp", n, m, hex(w.bits(3, 0)), condition(w.bits(15, 12)));
      case 2 -> w.bits(15, 12) >= TWO_SOURCES.length ? null : line(TWO_SOURCES[w.bits(15, 12)], d, n, m);
      case 3 -> line("fcsel", d, n, m, condition(w.bits(15, 12)));
      default -> {
        if (w.bit(12)) {
          yield w.bits(9, 5) != 0 ? null : line("fmov", d, immediate(w.bits(20, 13)));
        }
        if (w.bit(13)) {
          yield comparison(w, n, m);
        }
        yield w.bit(14) ? oneSource(w, wide, d, n) : null;
      }
    };
  }

  private static String immediate(int imm8) {
    return String.format(Locale.ROOT, "#%.18e", FloatingPoint.immediate(imm8));
  }

  private static String comparison(Word w, String n, String m) {
    return switch (w.bits(4, 0)) {
      case 0 -> line("fcmp", n, m);
      case 8 -> w.m() != 0 ? null : line("fcmp", n, "#0.0");
      case 16 -> line("fcmpe", n, m);
      default -> null;
    };
  }

  private static String oneSource(Word w, boolean wide, String d, String n) {
    int op = w.bits(20, 15);
    if (op == 4 || op == 5) {
      boolean toWide = op == 5;
      return toWide == wide ? null : line("fcvt", fp(toWide, w.d()), n);
    }
    String name = op < ONE_SOURCE.length ? ONE_SOURCE[op] : null;
    return name == null ? null : line(name, d, n);
  }

  private static String conversion(Word w, boolean wide) {
    boolean is64 = w.sf();
    String general = zr(is64, w.d());
    String name = switch (w.bits(20, 16)) {
      case 0x00 -> "fcvtns";
      case 0x04 -> "fcvtas";
      case 0x08 -> "fcvtps";
      case 0x10 -> "fcvtms";
      case 0x18 -> "fcvtzs";
      case 0x19 -> "fcvtzu";
      case 0x1e -> wide && !is64 ? "fjcvtzs" : null;
      case 0x06 -> is64 == wide ? "fmov" : null;
      default -> null;
    };
    if (name != null) {
      return line(name, general, fp(wide, w.n()));
    }
    name = switch (w.bits(20, 16)) {
      case 0x02 -> "scvtf";
      case 0x03 -> "ucvtf";
      case 0x07 -> is64 == wide ? "fmov" : null;
      default -> null;
    };
    return name == null ? null : line(name, fp(wide, w.d()), zr(is64, w.n()));
  }
}
