package dev.joist.backend.aarch64.disasm;

import static dev.joist.backend.aarch64.disasm.Word.fp;
import static dev.joist.backend.aarch64.disasm.Word.line;
import static dev.joist.backend.aarch64.disasm.Word.sp;
import static dev.joist.backend.aarch64.disasm.Word.zr;

import java.util.function.LongFunction;

/** Loads and stores. */
final class MemoryGroup {
  /** Names by size (byte to doubleword) and opc (store, load, sign-extending load to X, to W). */
  private static final String[][] GENERAL = {
    {"strb", "ldrb", "ldrsb", "ldrsb"}, {"strh", "ldrh", "ldrsh", "ldrsh"}, {"str", "ldr", "ldrsw", null},
    {"str", "ldr", null, null}
  };
  private static final String[] FLOATING = {"str", "ldr", null, null};

  private MemoryGroup() {}

  static String text(Word w, long address, LongFunction<String> targetName) {
    return switch (w.bits(29, 27)) {
      case 3 -> w.bit(24) ? null : literal(w, address, targetName);
      case 5 -> pair(w);
      case 7 -> single(w);
      default -> null;
    };
  }

  private static String literal(Word w, long address, LongFunction<String> targetName) {
    String target = targetName.apply(address + w.signed(23, 5) * 4L);
    int size = w.bits(31, 30);
    if (w.bit(26)) {
      return size > 1 ? null : line("ldr", fp(size == 1, w.d()), target);
    }
    return switch (size) {
      case 0, 1 -> line("ldr", zr(size == 1, w.d()), target);
      case 2 -> line("ldrsw", zr(true, w.d()), target);
      default -> null;
    };
  }

  private static String pair(Word w) {
    boolean floating = w.bit(26);
    int size = w.bits(31, 30);
    if (floating ? size > 1 : (size & 1) != 0) {
      return null;
    }
    boolean wide = size != 0;
    String first = floating ? fp(wide, w.d()) : zr(wide, w.d());
    String second = floating ? fp(wide, w.a()) : zr(wide, w.a());
    String place = switch (w.bits(24, 23)) {
      case 1 -> post(w, displacement(w, wide));
      case 2 -> offset(w, displacement(w, wide));
      case 3 -> pre(w, displacement(w, wide));
      default -> null;
    };
    return place == null ? null : line(w.bit(22) ? "ldp" : "stp", first, second, place);
  }

  private static int displacement(Word w, boolean wide) {
    return w.signed(21, 15) << (wide ? 3 : 2);
  }

  private static String single(Word w) {
    int size = w.bits(31, 30);
    int opc = w.bits(23, 22);
    String name;
    String t;
    if (w.bit(26)) {
      name = size < 2 ? null : FLOATING[opc];
      t = fp(size == 3, w.d());
    } else {
      name = GENERAL[size][opc];
      t = zr(opc == 2 || opc < 2 && size == 3, w.d());
    }
    if (name == null) {
      return null;
    }
    if (w.bit(24)) {
      return line(name, t, offset(w, w.bits(21, 10) << size));
    }
    if (w.bit(21)) {
      return w.bits(11, 10) == 2 ? indexed(w, name, t, size) : null;
    }
    int displacement = w.signed(20, 12);
    return switch (w.bits(11, 10)) {
      case 0 -> line(name.replace("str", "stur").replace("ldr", "ldur"), t, offset(w, displacement));
      case 1 -> line(name, t, post(w, displacement));
      case 3 -> line(name, t, pre(w, displacement));
      default -> null;
    };
  }

  private static String indexed(Word w, String name, String t, int size) {
    int extend = w.bits(15, 13);
    boolean scaled = w.bit(12);
    String kind = switch (extend) {
      case 2 -> "uxtw";
      case 3 -> "lsl";
      case 6 -> "sxtw";
      case 7 -> "sxtx";
      default -> null;
    };
    if (kind == null) {
      return null;
    }
    String shift = scaled ? ", " + kind + " #" + size : extend == 3 ? "" : ", " + kind;
    return line(name, t, "[" + sp(true, w.n()) + ", " + zr((extend & 1) != 0, w.m()) + shift + "]");
  }

  private static String offset(Word w, int displacement) {
    return "[" + sp(true, w.n()) + (displacement == 0 ? "" : ", #" + displacement) + "]";
  }

  private static String pre(Word w, int displacement) {
    return "[" + sp(true, w.n()) + ", #" + displacement + "]!";
  }

  private static String post(Word w, int displacement) {
    return "[" + sp(true, w.n()) + "], #" + displacement;
  }
}
