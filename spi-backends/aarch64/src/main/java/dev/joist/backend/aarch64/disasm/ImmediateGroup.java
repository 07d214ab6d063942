package dev.joist.backend.aarch64.disasm;

import static dev.joist.backend.aarch64.disasm.Word.hex;
import static dev.joist.backend.aarch64.disasm.Word.line;
import static dev.joist.backend.aarch64.disasm.Word.sp;
import static dev.joist.backend.aarch64.disasm.Word.zr;

import dev.joist.backend.aarch64.asm.BitmaskImmediate;
import dev.joist.backend.aarch64.asm.Size;
import java.util.function.LongFunction;

/** Data processing with an immediate operand. */
final class ImmediateGroup {
  private ImmediateGroup() {}

  static String text(Word w, long address, LongFunction<String> targetName) {
    return switch (w.bits(25, 23)) {
      case 0, 1 -> pcRelative(w, address, targetName);
      case 2 -> addSub(w);
      case 4 -> logical(w);
      case 5 -> moveWide(w);
      case 6 -> bitfield(w);
      case 7 -> extract(w);
      default -> null;
    };
  }

  private static String pcRelative(Word w, long address, LongFunction<String> targetName) {
    long immediate = (long) w.signed(23, 5) << 2 | w.bits(30, 29);
    return w.bit(31)
        ? line("adrp", zr(true, w.d()), targetName.apply((address & -4096) + (immediate << 12)))
        : line("adr", zr(true, w.d()), targetName.apply(address + immediate));
  }

  private static String addSub(Word w) {
    boolean is64 = w.sf();
    boolean flags = w.bit(29);
    int immediate = w.bits(21, 10);
    boolean shifted = w.bit(22);
    String operand = hex(immediate) + (shifted ? ", lsl #12" : "");
    if (flags && w.d() == 31) {
      return line(w.bit(30) ? "cmp" : "cmn", sp(is64, w.n()), operand);
    }
    if (!flags && !w.bit(30) && immediate == 0 && !shifted && (w.d() == 31 || w.n() == 31)) {
      return line("mov", sp(is64, w.d()), sp(is64, w.n()));
    }
    String name = (w.bit(30) ? "sub" : "add") + (flags ? "s" : "");
    return line(name, flags ? zr(is64, w.d()) : sp(is64, w.d()), sp(is64, w.n()), operand);
  }

  private static String logical(Word w) {
    boolean is64 = w.sf();
    long value = BitmaskImmediate.decode(is64 ? Size.X : Size.W, w.bits(22, 10));
    if (value == -1) {
      return null;
    }
    int op = w.bits(30, 29);
    if (op == 3 && w.d() == 31) {
      return line("tst", zr(is64, w.n()), hex(value));
    }
    if (op == 1 && w.n() == 31 && !isWideMove(value, is64)) {
      return line("mov", sp(is64, w.d()), hex(value));
    }
    String name = new String[] {"and", "orr", "eor", "ands"}[op];
    return line(name, op == 3 ? zr(is64, w.d()) : sp(is64, w.d()), zr(is64, w.n()), hex(value));
  }

  /** True if movz or movn can make the value, so that mov means that. */
  private static boolean isWideMove(long value, boolean is64) {
    long all = is64 ? -1 : 0xffff_ffffL;
    for (int shift = 0; shift < (is64 ? 64 : 32); shift += 16) {
      long piece = 0xffffL << shift;
      if ((value & all & ~piece) == 0 || (~value & all & ~piece) == 0) {
        return true;
      }
    }
    return false;
  }

  private static String moveWide(Word w) {
    boolean is64 = w.sf();
    if (!is64 && w.bit(22)) {
      return null;
    }
    int immediate = w.bits(20, 5);
    int shift = w.bits(22, 21) * 16;
    String operand = hex(immediate) + (shift == 0 ? "" : ", lsl #" + shift);
    long value = (long) immediate << shift;
    boolean plain = immediate != 0 || shift == 0;
    return switch (w.bits(30, 29)) {
      case 0 -> plain && (is64 || immediate != 0xffff)
          ? line("mov", zr(is64, w.d()), hex(is64 ? ~value : ~value & 0xffff_ffffL))
          : line("movn", zr(is64, w.d()), operand);
      case 2 -> line(plain ? "mov" : "movz", zr(is64, w.d()), plain ? hex(value) : operand);
      case 3 -> line("movk", zr(is64, w.d()), operand);
      default -> null;
    };
  }

  private static String bitfield(Word w) {
    boolean is64 = w.sf();
    if (w.bit(22) != is64) {
      return null;
    }
    int op = w.bits(30, 29);
    int immr = w.bits(21, 16);
    int imms = w.bits(15, 10);
    int top = is64 ? 63 : 31;
    if (op == 3 || immr > top || imms > top) {
      return null;
    }
    String d = zr(is64, w.d());
    String n = zr(is64, w.n());
    if (op == 1) {
      if (imms >= immr) {
        return line("bfxil", d, n, "#" + immr, "#" + (imms - immr + 1));
      }
      return w.n() == 31
          ? line("bfc", d, "#" + (top + 1 - immr), "#" + (imms + 1))
          : line("bfi", d, n, "#" + (top + 1 - immr), "#" + (imms + 1));
    }
    boolean signed = op == 0;
    if (imms == top) {
      return line(signed ? "asr" : "lsr", d, n, "#" + immr);
    }
    if (!signed && imms + 1 == immr) {
      return line("lsl", d, n, "#" + (top - imms));
    }
    if (immr == 0 && (imms == 7 || imms == 15 || signed && imms == 31) && (signed || !is64)) {
      String suffix = imms == 7 ? "b" : imms == 15 ? "h" : "w";
      return line((signed ? "sxt" : "uxt") + suffix, d, zr(false, w.n()));
    }
    String prefix = signed ? "sbf" : "ubf";
    return imms < immr
        ? line(prefix + "iz", d, n, "#" + (top + 1 - immr), "#" + (imms + 1))
        : line(prefix + "x", d, n, "#" + immr, "#" + (imms - immr + 1));
  }

  private static String extract(Word w) {
    boolean is64 = w.sf();
    if (w.bits(30, 29) != 0 || w.bit(22) != is64 || w.bit(21) || !is64 && w.bit(15)) {
      return null;
    }
    String lsb = "#" + w.bits(15, 10);
    return w.n() == w.m()
        ? line("ror", zr(is64, w.d()), zr(is64, w.n()), lsb)
        : line("extr", zr(is64, w.d()), zr(is64, w.n()), zr(is64, w.m()), lsb);
  }
}
