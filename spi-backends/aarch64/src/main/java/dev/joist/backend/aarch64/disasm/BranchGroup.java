package dev.joist.backend.aarch64.disasm;

import static dev.joist.backend.aarch64.disasm.Word.condition;
import static dev.joist.backend.aarch64.disasm.Word.hex;
import static dev.joist.backend.aarch64.disasm.Word.line;
import static dev.joist.backend.aarch64.disasm.Word.zr;

import java.util.function.LongFunction;

/** Branches, traps, hints, barriers and system instructions. */
final class BranchGroup {
  private static final String[] BARRIERS = {
    "#0x00", "oshld", "oshst", "osh", "#0x04", "nshld", "nshst", "nsh",
    "#0x08", "ishld", "ishst", "ish", "#0x0c", "ld", "st", "sy"
  };

  private BranchGroup() {}

  static String text(Word w, long address, LongFunction<String> targetName) {
    if (w.matches(0x7c00_0000, 0x1400_0000)) {
      return line(w.bit(31) ? "bl" : "b", targetName.apply(address + w.signed(25, 0) * 4L));
    }
    if (w.matches(0x7e00_0000, 0x3400_0000)) {
      return line(w.bit(24) ? "cbnz" : "cbz", zr(w.sf(), w.d()), targetName.apply(address + w.signed(23, 5) * 4L));
    }
    if (w.matches(0x7e00_0000, 0x3600_0000)) {
      int bit = w.bits(31, 31) << 5 | w.bits(23, 19);
      return line(w.bit(24) ? "tbnz" : "tbz", zr(w.bit(31), w.d()), "#" + bit,
          targetName.apply(address + w.signed(18, 5) * 4L));
    }
    if (w.matches(0xff00_0010, 0x5400_0000)) {
      return line("b." + condition(w.bits(3, 0)), targetName.apply(address + w.signed(23, 5) * 4L));
    }
    if (w.matches(0xff00_0000, 0xd400_0000)) {
      return exception(w);
    }
    if (w.matches(0xfe00_0000, 0xd600_0000)) {
      return indirect(w);
    }
    return w.matches(0xffc0_0000, 0xd500_0000) ? system(w) : null;
  }

  private static String exception(Word w) {
    String name = switch (w.word() & 0xe0_001f) {
      case 0x00_0001 -> "svc";
      case 0x20_0000 -> "brk";
      case 0x40_0000 -> "hlt";
      default -> null;
    };
    return name == null ? null : line(name, hex(w.bits(20, 5)));
  }

  private static String indirect(Word w) {
    String name = switch (w.word() & ~(31 << 5)) {
      case 0xd61f_0000 -> "br";
      case 0xd63f_0000 -> "blr";
      case 0xd65f_0000 -> "ret";
      default -> null;
    };
    if (name == null) {
      return null;
    }
    return name.equals("ret") && w.n() == 30 ? name : line(name, zr(true, w.n()));
  }

  private static String system(Word w) {
    int word = w.word();
    if (w.matches(0xffff_f01f, 0xd503_201f)) {
      return switch (w.bits(11, 5)) {
        case 0 -> "nop";
        case 1 -> "yield";
        case 0x20 -> "bti";
        case 0x22 -> "bti c";
        case 0x24 -> "bti j";
        case 0x26 -> "bti jc";
        default -> line("hint", hex(w.bits(11, 5)));
      };
    }
    if (w.matches(0xffff_f01f, 0xd503_301f)) {
      return switch (w.bits(7, 5)) {
        case 4 -> line("dsb", BARRIERS[w.bits(11, 8)]);
        case 5 -> line("dmb", BARRIERS[w.bits(11, 8)]);
        case 6 -> w.bits(11, 8) == 15 ? "isb" : line("isb", hex(w.bits(11, 8)));
        default -> null;
      };
    }
    if (w.matches(0xffff_ffe0, 0xd50b_7b20)) {
      return line("dc cvau", zr(true, w.d())).replace("cvau x", "cvau, x");
    }
    if (w.matches(0xffff_ffe0, 0xd50b_7520)) {
      return line("ic ivau", zr(true, w.d())).replace("ivau x", "ivau, x");
    }
    if (w.matches(0xffd0_0000, 0xd510_0000)) {
      String register = systemRegister(word & 0x1f_ffe0);
      if (register != null) {
        return w.bit(21) ? line("mrs", zr(true, w.d()), register) : line("msr", register, zr(true, w.d()));
      }
    }
    return null;
  }

  private static String systemRegister(int fields) {
    return switch (fields >> 5) {
      case 3 << 14 | 3 << 11 | 4 << 7 | 2 << 3 -> "nzcv";
      case 3 << 14 | 3 << 11 | 4 << 7 | 4 << 3 -> "fpcr";
      case 3 << 14 | 3 << 11 | 4 << 7 | 4 << 3 | 1 -> "fpsr";
      case 3 << 14 | 3 << 11 | 1 -> "ctr_el0";
      case 3 << 14 | 3 << 11 | 13 << 7 | 2 -> "tpidr_el0";
      default -> null;
    };
  }
}
