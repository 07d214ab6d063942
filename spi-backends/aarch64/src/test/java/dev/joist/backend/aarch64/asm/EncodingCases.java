package dev.joist.backend.aarch64.asm;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Instructions, each as GNU assembler text and as what the encoders make of it. The text is put together here from
 * the operands, independently of encoder and disassembler. Branch displacements are written {@code .+16}.
 *
 * <p>As a program it prints the texts, one a line, for {@code regenerate-encodings}.
 */
final class EncodingCases {
  private static final Reg[] REGS = {Reg.R0, Reg.R7, Reg.R16, Reg.R30};
  private static final VReg[] VREGS = {VReg.V0, VReg.V7, VReg.V16, VReg.V31};

  private final List<Case> cases = new ArrayList<>();

  /** One instruction. */
  record Case(String text, int word) {}

  private EncodingCases() {}

  /** Prints the texts of all cases. */
  public static void main(String[] args) {
    all().forEach(c -> System.out.println(c.text));
  }

  static List<Case> all() {
    EncodingCases it = new EncodingCases();
    it.arithmetic();
    it.logic();
    it.moves();
    it.bitfields();
    it.integers();
    it.conditional();
    it.branches();
    it.system();
    it.loadsAndStores();
    it.pairs();
    it.floatingPoint();
    it.conversions();
    return it.cases;
  }

  private void add(String text, int word) {
    cases.add(new Case(text, word));
  }

  private static String r(Size s, Reg reg) {
    return switch (reg) {
      case ZR -> s == Size.X ? "xzr" : "wzr";
      case SP -> s == Size.X ? "sp" : "wsp";
      default -> (s == Size.X ? "x" : "w") + reg.ordinal();
    };
  }

  private static String v(FpSize s, VReg reg) {
    return (s == FpSize.D ? "d" : "s") + reg.ordinal();
  }

  private static String hex(long value) {
    return "#0x" + Long.toHexString(value);
  }

  private static String lower(Enum<?> e) {
    return e.name().toLowerCase(Locale.ROOT);
  }

  private static String rel(int displacement) {
    return displacement < 0 ? ".-" + -displacement : ".+" + displacement;
  }

  private interface ImmediateForm {
    int encode(Size s, Reg d, Reg n, int imm);
  }

  private interface ThreeForm {
    int encode(Size s, Reg d, Reg n, Reg m);
  }

  private interface ShiftedForm {
    int encode(Size s, Reg d, Reg n, Reg m, Shift shift, int amount);
  }

  private interface ExtendedForm {
    int encode(Size s, Reg d, Reg n, Reg m, Extend extend, int amount);
  }

  private interface MaskForm {
    int encode(Size s, Reg d, Reg n, long imm);
  }

  private interface TwoForm {
    int encode(Size s, Reg d, Reg n);
  }

  private void arithmetic() {
    immediates("add", Arithmetic::add, Reg.SP, Reg.SP);
    immediates("adds", Arithmetic::adds, Reg.R3, Reg.SP);
    immediates("sub", Arithmetic::sub, Reg.SP, Reg.SP);
    immediates("subs", Arithmetic::subs, Reg.R3, Reg.SP);
    three("add", Arithmetic::add);
    three("adds", Arithmetic::adds);
    three("sub", Arithmetic::sub);
    three("subs", Arithmetic::subs);
    three("adc", Arithmetic::adc);
    three("adcs", Arithmetic::adcs);
    three("sbc", Arithmetic::sbc);
    three("sbcs", Arithmetic::sbcs);
    Shift[] shifts = {Shift.LSL, Shift.LSR, Shift.ASR};
    shifted("add", Arithmetic::add, shifts);
    shifted("adds", Arithmetic::adds, shifts);
    shifted("sub", Arithmetic::sub, shifts);
    shifted("subs", Arithmetic::subs, shifts);
    extended("add", Arithmetic::add);
    extended("adds", Arithmetic::adds);
    extended("sub", Arithmetic::sub);
    extended("subs", Arithmetic::subs);
    for (Size s : Size.values()) {
      Reg n = Reg.R9;
      for (int imm : new int[] {0, 1, 4095}) {
        add("cmp " + r(s, n) + ", " + hex(imm), Arithmetic.cmp(s, n, imm));
        add("cmn " + r(s, n) + ", " + hex(imm), Arithmetic.cmn(s, n, imm));
      }
      add("cmp " + r(s, Reg.SP) + ", #0x10", Arithmetic.cmp(s, Reg.SP, 16));
      add("cmp " + r(s, n) + ", #0xfff, lsl #12", Arithmetic.cmp(s, n, 0xfff000));
      add("cmp " + r(s, n) + ", " + r(s, Reg.R30), Arithmetic.cmp(s, n, Reg.R30));
      add("cmp " + r(s, Reg.SP) + ", " + r(s, Reg.R3), Arithmetic.cmp(s, Reg.SP, Reg.R3));
      add("cmn " + r(s, n) + ", " + r(s, Reg.R30), Arithmetic.cmn(s, n, Reg.R30));
      add("cmp " + r(s, n) + ", " + r(s, Reg.R4) + ", asr #31", Arithmetic.cmp(s, n, Reg.R4, Shift.ASR, 31));
      add("cmp " + r(s, n) + ", w4, sxtb", Arithmetic.cmp(s, n, Reg.R4, Extend.SXTB, 0));
      add("neg " + r(s, n) + ", " + r(s, Reg.R1), Arithmetic.neg(s, n, Reg.R1));
      add("negs " + r(s, n) + ", " + r(s, Reg.R1), Arithmetic.negs(s, n, Reg.R1));
      add("neg " + r(s, n) + ", " + r(s, Reg.R1) + ", lsl #4", Arithmetic.sub(s, n, Reg.ZR, Reg.R1, Shift.LSL, 4));
      add("ngc " + r(s, n) + ", " + r(s, Reg.R1), Arithmetic.sbc(s, n, Reg.ZR, Reg.R1));
      add("add " + r(s, Reg.SP) + ", " + r(s, Reg.SP) + ", " + r(s, Reg.R2), Arithmetic.add(s, Reg.SP, Reg.SP, Reg.R2));
      add("sub " + r(s, Reg.R8) + ", " + r(s, Reg.SP) + ", " + r(s, Reg.R2), Arithmetic.sub(s, Reg.R8, Reg.SP, Reg.R2));
      add("subs " + r(s, Reg.R8) + ", " + r(s, Reg.SP) + ", " + r(s, Reg.R2), Arithmetic.subs(s, Reg.R8, Reg.SP, Reg.R2));
    }
  }

  private void immediates(String name, ImmediateForm form, Reg d, Reg n) {
    for (Size s : Size.values()) {
      for (int imm : new int[] {0, 1, 2, 0x10, 0xff, 0xaaa, 0xfff}) {
        add(name + " " + r(s, Reg.R1) + ", " + r(s, Reg.R30) + ", " + hex(imm), form.encode(s, Reg.R1, Reg.R30, imm));
        if (imm != 0) {
          add(name + " " + r(s, d) + ", " + r(s, n) + ", " + hex(imm), form.encode(s, d, n, imm));
          add(name + " " + r(s, Reg.R16) + ", " + r(s, Reg.R5) + ", " + hex(imm) + ", lsl #12",
              form.encode(s, Reg.R16, Reg.R5, imm << 12));
        }
      }
    }
  }

  private void three(String name, ThreeForm form) {
    for (Size s : Size.values()) {
      for (Reg reg : REGS) {
        add(name + " " + r(s, reg) + ", " + r(s, Reg.R1) + ", " + r(s, Reg.R2), form.encode(s, reg, Reg.R1, Reg.R2));
        add(name + " " + r(s, Reg.R9) + ", " + r(s, reg) + ", " + r(s, Reg.R17), form.encode(s, Reg.R9, reg, Reg.R17));
        add(name + " " + r(s, Reg.R8) + ", " + r(s, Reg.R19) + ", " + r(s, reg), form.encode(s, Reg.R8, Reg.R19, reg));
      }
      add(name + " " + r(s, Reg.R3) + ", " + r(s, Reg.R4) + ", " + r(s, Reg.ZR),
          form.encode(s, Reg.R3, Reg.R4, Reg.ZR));
    }
  }

  private void shifted(String name, ShiftedForm form, Shift[] shifts) {
    for (Size s : Size.values()) {
      for (Shift shift : shifts) {
        for (int amount : new int[] {1, 2, 15, s.bits() - 1}) {
          add(name + " " + r(s, Reg.R21) + ", " + r(s, Reg.R10) + ", " + r(s, Reg.R5) + ", " + lower(shift) + " #" + amount,
              form.encode(s, Reg.R21, Reg.R10, Reg.R5, shift, amount));
        }
      }
    }
  }

  private void extended(String name, ExtendedForm form) {
    for (Size s : Size.values()) {
      for (Extend extend : Extend.values()) {
        for (int amount = 0; amount <= 4; amount++) {
          String m = r(s == Size.X && extend.is64() ? Size.X : Size.W, Reg.R13);
          add(name + " " + r(s, Reg.R4) + ", " + r(s, Reg.R27) + ", " + m + ", " + lower(extend)
              + (amount == 0 ? "" : " #" + amount), form.encode(s, Reg.R4, Reg.R27, Reg.R13, extend, amount));
        }
      }
    }
    add(name + " x5, sp, x6, lsl #3", form.encode(Size.X, Reg.R5, Reg.SP, Reg.R6, Extend.UXTX, 3));
  }

  private void logic() {
    masks("and", Logic::and);
    masks("orr", Logic::orr);
    masks("eor", Logic::eor);
    masks("ands", Logic::ands);
    three("and", Logic::and);
    three("orr", Logic::orr);
    three("eor", Logic::eor);
    three("ands", Logic::ands);
    three("bic", Logic::bic);
    shifted("and", Logic::and, Shift.values());
    shifted("orr", Logic::orr, Shift.values());
    shifted("eor", Logic::eor, Shift.values());
    shifted("ands", Logic::ands, Shift.values());
    shifted("bic", Logic::bic, Shift.values());
    shifted("orn", Logic::orn, Shift.values());
    shifted("eon", Logic::eon, Shift.values());
    shifted("bics", Logic::bics, Shift.values());
    for (Size s : Size.values()) {
      add("tst " + r(s, Reg.R4) + ", #0x1", Logic.tst(s, Reg.R4, 1));
      add("tst " + r(s, Reg.R4) + ", " + r(s, Reg.R9), Logic.tst(s, Reg.R4, Reg.R9));
      add("tst " + r(s, Reg.R4) + ", " + r(s, Reg.R9) + ", lsr #7", Logic.tst(s, Reg.R4, Reg.R9, Shift.LSR, 7));
      add("mvn " + r(s, Reg.R4) + ", " + r(s, Reg.R9), Logic.mvn(s, Reg.R4, Reg.R9));
      add("mvn " + r(s, Reg.R4) + ", " + r(s, Reg.R9) + ", ror #3", Logic.orn(s, Reg.R4, Reg.ZR, Reg.R9, Shift.ROR, 3));
      add("and " + r(s, Reg.SP) + ", " + r(s, Reg.R9) + ", #0x70", Logic.and(s, Reg.SP, Reg.R9, 0x70));
    }
  }

  private void masks(String name, MaskForm form) {
    long[] masks32 = {
      1, 2, 3, 0x7fffffffL, 0x80000000L, 0x80000001L, 0xfffffffeL, 0xff00ff00L, 0x00ff00ffL, 0x55555555L, 0xaaaaaaaaL,
      0x33333333L, 0x66666666L, 0x0f0f0f0fL, 0xe0e0e0e0L, 0xffff0000L, 0x0001fffeL, 0xc0000003L, 0x00010001L
    };
    for (long mask : masks32) {
      add(name + " w3, w4, " + hex(mask), form.encode(Size.W, Reg.R3, Reg.R4, mask));
      long twice = mask << 32 | mask;
      add(name + " x3, x4, " + hex(twice), form.encode(Size.X, Reg.R3, Reg.R4, twice));
    }
    for (int length = 1; length < 64; length += 3) {
      for (int rotation = 0; rotation < 64; rotation += 7) {
        long mask = Long.rotateLeft((1L << length) - 1, rotation);
        add(name + " x17, x9, " + hex(mask), form.encode(Size.X, Reg.R17, Reg.R9, mask));
      }
    }
    for (int element : new int[] {4, 8, 16}) {
      for (int length = 1; length < element; length++) {
        for (int rotation = 0; rotation < element; rotation += 3) {
          long run = (1L << length) - 1;
          long turned = (run << rotation | run >>> element - rotation) & (1L << element) - 1;
          for (int width = element; width < 32; width *= 2) {
            turned |= turned << width;
          }
          add(name + " w17, w9, " + hex(turned), form.encode(Size.W, Reg.R17, Reg.R9, turned));
        }
      }
    }
  }

  private void moves() {
    for (Size s : Size.values()) {
      for (Reg reg : REGS) {
        add("mov " + r(s, reg) + ", " + r(s, Reg.R20), Moves.mov(s, reg, Reg.R20));
      }
      add("mov " + r(s, Reg.R5) + ", " + r(s, Reg.ZR), Moves.mov(s, Reg.R5, Reg.ZR));
      add("mov " + r(s, Reg.R5) + ", " + r(s, Reg.SP), Moves.mov(s, Reg.R5, Reg.SP));
      add("mov " + r(s, Reg.SP) + ", " + r(s, Reg.R5), Moves.mov(s, Reg.SP, Reg.R5));
      for (int shift = 0; shift < s.bits(); shift += 16) {
        String suffix = shift == 0 ? "" : ", lsl #" + shift;
        for (int imm : new int[] {1, 0x1234, 0xfffe}) {
          long inverse = ~((long) imm << shift) & (s == Size.X ? -1 : 0xffff_ffffL);
          add("mov " + r(s, Reg.R2) + ", " + hex((long) imm << shift), Moves.movz(s, Reg.R2, imm, shift));
          add("mov " + r(s, Reg.R2) + ", " + hex(inverse), Moves.movn(s, Reg.R2, imm, shift));
          add("movk " + r(s, Reg.R2) + ", " + hex(imm) + suffix, Moves.movk(s, Reg.R2, imm, shift));
        }
        add("movk " + r(s, Reg.R30) + ", #0xffff" + suffix, Moves.movk(s, Reg.R30, 0xffff, shift));
        if (shift != 0) {
          add("movz " + r(s, Reg.R30) + ", #0x0" + suffix, Moves.movz(s, Reg.R30, 0, shift));
          add("movn " + r(s, Reg.R30) + ", #0x0" + suffix, Moves.movn(s, Reg.R30, 0, shift));
        }
      }
    }
    add("movn w6, #0xffff", Moves.movn(Size.W, Reg.R6, 0xffff, 0));
    add("movn w6, #0xffff, lsl #16", Moves.movn(Size.W, Reg.R6, 0xffff, 16));
    add("mov x6, #0xffffffffffffffff", Moves.movn(Size.X, Reg.R6, 0, 0));
    add("mov x6, #0x0", Moves.movz(Size.X, Reg.R6, 0, 0));
    add("mov w6, #0xffff", Moves.movz(Size.W, Reg.R6, 0xffff, 0));
    add("mov x6, #0x5555555555555555", Logic.orr(Size.X, Reg.R6, Reg.ZR, 0x5555555555555555L));
    add("mov w6, #0xff00ff", Logic.orr(Size.W, Reg.R6, Reg.ZR, 0x00ff00ffL));
    add("mov sp, #0x5555555555555555", Logic.orr(Size.X, Reg.SP, Reg.ZR, 0x5555555555555555L));
    add("orr x6, xzr, #0x1", Logic.orr(Size.X, Reg.R6, Reg.ZR, 1));
    add("orr w6, wzr, #0xfffffffe", Logic.orr(Size.W, Reg.R6, Reg.ZR, 0xfffffffeL));
  }

  private void bitfields() {
    for (Size s : Size.values()) {
      int top = s.bits() - 1;
      String dn = r(s, Reg.R3) + ", " + r(s, Reg.R29) + ", ";
      for (int amount : new int[] {1, 4, 16, top}) {
        add("lsl " + dn + "#" + amount, Bitfields.lsl(s, Reg.R3, Reg.R29, amount));
        add("lsr " + dn + "#" + amount, Bitfields.lsr(s, Reg.R3, Reg.R29, amount));
        add("asr " + dn + "#" + amount, Bitfields.asr(s, Reg.R3, Reg.R29, amount));
        add("ror " + dn + "#" + amount, Bitfields.ror(s, Reg.R3, Reg.R29, amount));
        add("extr " + dn + r(s, Reg.R11) + ", #" + amount, Bitfields.extr(s, Reg.R3, Reg.R29, Reg.R11, amount));
      }
      add("lsr " + dn + "#0", Bitfields.lsr(s, Reg.R3, Reg.R29, 0));
      add("asr " + dn + "#0", Bitfields.asr(s, Reg.R3, Reg.R29, 0));
      for (int[] field : new int[][] {{1, 3}, {5, 1}, {7, top - 7}, {top - 3, 2}}) {
        String operands = dn + "#" + field[0] + ", #" + field[1];
        add("ubfx " + operands, Bitfields.ubfx(s, Reg.R3, Reg.R29, field[0], field[1]));
        add("sbfx " + operands, Bitfields.sbfx(s, Reg.R3, Reg.R29, field[0], field[1]));
        add("ubfiz " + operands, Bitfields.ubfiz(s, Reg.R3, Reg.R29, field[0], field[1]));
        add("sbfiz " + operands, Bitfields.sbfiz(s, Reg.R3, Reg.R29, field[0], field[1]));
        add("bfi " + operands, Bitfields.bfi(s, Reg.R3, Reg.R29, field[0], field[1]));
        add("bfxil " + operands, Bitfields.bfxil(s, Reg.R3, Reg.R29, field[0], field[1]));
      }
      add("ubfx " + dn + "#0, #3", Bitfields.ubfx(s, Reg.R3, Reg.R29, 0, 3));
      add("bfxil " + dn + "#0, #" + s.bits(), Bitfields.bfxil(s, Reg.R3, Reg.R29, 0, s.bits()));
      add("sxtb " + r(s, Reg.R3) + ", w29", Bitfields.sxtb(s, Reg.R3, Reg.R29));
      add("sxth " + r(s, Reg.R3) + ", w29", Bitfields.sxth(s, Reg.R3, Reg.R29));
    }
    add("ubfx x3, x29, #0, #32", Bitfields.ubfx(Size.X, Reg.R3, Reg.R29, 0, 32));
    add("sxtw x3, w29", Bitfields.sxtw(Reg.R3, Reg.R29));
    add("uxtb w3, w29", Bitfields.uxtb(Reg.R3, Reg.R29));
    add("uxth w3, w29", Bitfields.uxth(Reg.R3, Reg.R29));
  }

  private void two(String name, TwoForm form) {
    for (Size s : Size.values()) {
      add(name + " " + r(s, Reg.R30) + ", " + r(s, Reg.R1), form.encode(s, Reg.R30, Reg.R1));
      add(name + " " + r(s, Reg.R2) + ", " + r(s, Reg.R29), form.encode(s, Reg.R2, Reg.R29));
    }
  }

  private void integers() {
    three("sdiv", Integers::sdiv);
    three("udiv", Integers::udiv);
    three("lsl", Integers::lsl);
    three("lsr", Integers::lsr);
    three("asr", Integers::asr);
    three("ror", Integers::ror);
    three("mul", Integers::mul);
    three("mneg", Integers::mneg);
    two("rbit", Integers::rbit);
    two("rev", Integers::rev);
    two("rev16", Integers::rev16);
    two("clz", Integers::clz);
    two("cls", Integers::cls);
    add("rev32 x9, x17", Integers.rev32(Reg.R9, Reg.R17));
    for (Size s : Size.values()) {
      String operands = r(s, Reg.R3) + ", " + r(s, Reg.R14) + ", " + r(s, Reg.R25) + ", " + r(s, Reg.R30);
      add("madd " + operands, Integers.madd(s, Reg.R3, Reg.R14, Reg.R25, Reg.R30));
      add("msub " + operands, Integers.msub(s, Reg.R3, Reg.R14, Reg.R25, Reg.R30));
    }
    add("smull x3, w14, w25", Integers.smull(Reg.R3, Reg.R14, Reg.R25));
    add("umull x3, w14, w25", Integers.umull(Reg.R3, Reg.R14, Reg.R25));
    add("smaddl x3, w14, w25, x30", Integers.smaddl(Reg.R3, Reg.R14, Reg.R25, Reg.R30));
    add("umaddl x3, w14, w25, x30", Integers.umaddl(Reg.R3, Reg.R14, Reg.R25, Reg.R30));
    add("smsubl x3, w14, w25, x30", Integers.smsubl(Reg.R3, Reg.R14, Reg.R25, Reg.R30));
    add("umsubl x3, w14, w25, x30", Integers.umsubl(Reg.R3, Reg.R14, Reg.R25, Reg.R30));
    add("smulh x3, x14, x25", Integers.smulh(Reg.R3, Reg.R14, Reg.R25));
    add("umulh x3, x14, x25", Integers.umulh(Reg.R3, Reg.R14, Reg.R25));
  }

  private void conditional() {
    for (Size s : Size.values()) {
      String dnm = r(s, Reg.R3) + ", " + r(s, Reg.R14) + ", " + r(s, Reg.R25) + ", ";
      for (Condition c : Condition.values()) {
        add("csel " + dnm + lower(c), Conditional.csel(s, Reg.R3, Reg.R14, Reg.R25, c));
        add("csinc " + dnm + lower(c), Conditional.csinc(s, Reg.R3, Reg.R14, Reg.R25, c));
        add("csinv " + dnm + lower(c), Conditional.csinv(s, Reg.R3, Reg.R14, Reg.R25, c));
        add("csneg " + dnm + lower(c), Conditional.csneg(s, Reg.R3, Reg.R14, Reg.R25, c));
        if (c != Condition.AL && c != Condition.NV) {
          add("cset " + r(s, Reg.R6) + ", " + lower(c), Conditional.cset(s, Reg.R6, c));
          add("csetm " + r(s, Reg.R6) + ", " + lower(c), Conditional.csetm(s, Reg.R6, c));
          add("cinc " + r(s, Reg.R6) + ", " + r(s, Reg.R9) + ", " + lower(c), Conditional.cinc(s, Reg.R6, Reg.R9, c));
          add("cinv " + r(s, Reg.R6) + ", " + r(s, Reg.R9) + ", " + lower(c), Conditional.cinv(s, Reg.R6, Reg.R9, c));
          add("cneg " + r(s, Reg.R6) + ", " + r(s, Reg.R9) + ", " + lower(c), Conditional.cneg(s, Reg.R6, Reg.R9, c));
        }
      }
      for (int flags : new int[] {0, 5, 15}) {
        String end = ", " + hex(flags) + ", ge";
        add("ccmp " + r(s, Reg.R4) + ", " + r(s, Reg.R9) + end,
            Conditional.ccmp(s, Reg.R4, Reg.R9, flags, Condition.GE));
        add("ccmn " + r(s, Reg.R4) + ", " + r(s, Reg.R9) + end,
            Conditional.ccmn(s, Reg.R4, Reg.R9, flags, Condition.GE));
        for (int imm : new int[] {0, 1, 31}) {
          add("ccmp " + r(s, Reg.R4) + ", " + hex(imm) + end, Conditional.ccmp(s, Reg.R4, imm, flags, Condition.GE));
          add("ccmn " + r(s, Reg.R4) + ", " + hex(imm) + end, Conditional.ccmn(s, Reg.R4, imm, flags, Condition.GE));
        }
      }
    }
  }

  private void branches() {
    for (int d : new int[] {0, 4, -4, 0x1234, 0x7fffffc, -0x8000000}) {
      add("b " + rel(d), Branches.b(d));
      add("bl " + rel(d), Branches.bl(d));
    }
    for (int d : new int[] {0, 4, -4, 0x1234, 0xffffc, -0x100000}) {
      for (Condition c : Condition.values()) {
        add("b." + lower(c) + " " + rel(d), Branches.bCond(c, d));
      }
      for (Size s : Size.values()) {
        add("cbz " + r(s, Reg.R17) + ", " + rel(d), Branches.cbz(s, Reg.R17, d));
        add("cbnz " + r(s, Reg.R17) + ", " + rel(d), Branches.cbnz(s, Reg.R17, d));
        add("ldr " + r(s, Reg.R17) + ", " + rel(d), LoadStore.ldrLiteral(s, Reg.R17, d));
      }
      for (FpSize s : FpSize.values()) {
        add("ldr " + v(s, VReg.V17) + ", " + rel(d), LoadStore.ldrLiteral(s, VReg.V17, d));
      }
      add("ldrsw x17, " + rel(d), LoadStore.ldrswLiteral(Reg.R17, d));
      add("adr x9, " + rel(d), Branches.adr(Reg.R9, d));
    }
    for (int d : new int[] {1, 2, 3, -1, -2, -3, 0xfffff}) {
      add("adr x9, " + rel(d), Branches.adr(Reg.R9, d));
    }
    for (int d : new int[] {0, 4, -4, 0x1234, 0x7ffc, -0x8000}) {
      for (int bit : new int[] {0, 1, 31, 32, 63}) {
        String t = r(bit < 32 ? Size.W : Size.X, Reg.R6);
        add("tbz " + t + ", #" + bit + ", " + rel(d), Branches.tbz(Reg.R6, bit, d));
        add("tbnz " + t + ", #" + bit + ", " + rel(d), Branches.tbnz(Reg.R6, bit, d));
      }
    }
    for (Reg reg : REGS) {
      add("br " + r(Size.X, reg), Branches.br(reg));
      add("blr " + r(Size.X, reg), Branches.blr(reg));
    }
    add("ret", Branches.ret());
    add("ret x9", Branches.ret(Reg.R9));
  }

  private void system() {
    add("nop", SystemInstructions.nop());
    add("yield", SystemInstructions.yield());
    add("bti", SystemInstructions.bti(SystemInstructions.BranchTarget.NONE));
    add("bti c", SystemInstructions.bti(SystemInstructions.BranchTarget.C));
    add("bti j", SystemInstructions.bti(SystemInstructions.BranchTarget.J));
    add("bti jc", SystemInstructions.bti(SystemInstructions.BranchTarget.JC));
    for (Barrier barrier : Barrier.values()) {
      add("dmb " + lower(barrier), SystemInstructions.dmb(barrier));
      add("dsb " + lower(barrier), SystemInstructions.dsb(barrier));
    }
    add("isb", SystemInstructions.isb());
    for (int number : new int[] {0, 1, 0xffff}) {
      add("brk " + hex(number), SystemInstructions.brk(number));
      add("hlt " + hex(number), SystemInstructions.hlt(number));
      add("udf #" + number, SystemInstructions.udf(number));
    }
    add("dc cvau, x7", SystemInstructions.dcCvau(Reg.R7));
    add("ic ivau, x7", SystemInstructions.icIvau(Reg.R7));
    for (SystemRegister register : SystemRegister.values()) {
      add("mrs x7, " + lower(register), SystemInstructions.mrs(Reg.R7, register));
      if (register != SystemRegister.CTR_EL0) {
        add("msr " + lower(register) + ", x7", SystemInstructions.msr(register, Reg.R7));
      }
    }
  }

  private void loadsAndStores() {
    for (LoadStore.Access access : LoadStore.Access.values()) {
      String name = lower(access);
      int cut = name.indexOf('_');
      String kind = cut < 0 ? "" : name.substring(cut + 1);
      String mnemonic = cut < 0 ? name : name.substring(0, cut);
      boolean fp = kind.equals("s") || kind.equals("d");
      String t = switch (kind) {
        case "x", "w", "s", "d" -> kind + "13";
        default -> access == LoadStore.Access.LDRSW ? "x13" : "w13";
      };
      String unscaled = mnemonic.substring(0, 2) + "u" + mnemonic.substring(2);
      if (mnemonic.startsWith("ld")) {
        unscaled = "ldu" + mnemonic.substring(2);
      } else {
        unscaled = "stu" + mnemonic.substring(2);
      }
      int bytes = 1 << access.log2();
      for (Reg base : new Reg[] {Reg.R0, Reg.R30, Reg.SP}) {
        String b = r(Size.X, base);
        memory(mnemonic + " " + t + ", [" + b + "]", access, fp, Address.at(base));
        memory(mnemonic + " " + t + ", [" + b + ", #" + bytes + "]", access, fp, Address.at(base, bytes));
        memory(mnemonic + " " + t + ", [" + b + ", #" + 4095 * bytes + "]", access, fp, Address.at(base, 4095 * bytes));
        memory(unscaled + " " + t + ", [" + b + ", #-1]", access, fp, Address.at(base, -1));
        memory(unscaled + " " + t + ", [" + b + ", #-256]", access, fp, Address.at(base, -256));
        if (bytes > 1) {
          memory(unscaled + " " + t + ", [" + b + ", #255]", access, fp, Address.at(base, 255));
        }
        for (int d : new int[] {0, 8, 255, -256}) {
          memory(mnemonic + " " + t + ", [" + b + ", #" + d + "]!", access, fp, Address.preIndex(base, d));
          memory(mnemonic + " " + t + ", [" + b + "], #" + d, access, fp, Address.postIndex(base, d));
        }
        memory(mnemonic + " " + t + ", [" + b + ", x9]", access, fp, Address.indexed(base, Reg.R9));
        String log2 = " #" + access.log2() + "]";
        memory(mnemonic + " " + t + ", [" + b + ", x9, lsl" + log2, access, fp, Address.scaled(base, Reg.R9));
        for (Extend extend : new Extend[] {Extend.UXTW, Extend.SXTW, Extend.SXTX}) {
          String index = ", " + (extend == Extend.SXTX ? "x9" : "w9") + ", " + lower(extend);
          memory(mnemonic + " " + t + ", [" + b + index + "]", access, fp, Address.indexed(base, Reg.R9, extend, false));
          memory(mnemonic + " " + t + ", [" + b + index + log2, access, fp, Address.indexed(base, Reg.R9, extend, true));
        }
      }
    }
    add("str xzr, [x9, #16]", LoadStore.str(Size.X, Reg.ZR, Address.at(Reg.R9, 16)));
    add("str wzr, [x9, #16]", LoadStore.str(Size.W, Reg.ZR, Address.at(Reg.R9, 16)));
    add("ldr x1, [x9, #16]", LoadStore.ldr(Size.X, Reg.R1, Address.at(Reg.R9, 16)));
    add("ldr d1, [x9, #16]", LoadStore.ldr(FpSize.D, VReg.V1, Address.at(Reg.R9, 16)));
    add("str s1, [x9, #16]", LoadStore.str(FpSize.S, VReg.V1, Address.at(Reg.R9, 16)));
  }

  private void memory(String text, LoadStore.Access access, boolean fp, Address address) {
    add(text, fp ? LoadStore.transfer(access, VReg.V13, address) : LoadStore.transfer(access, Reg.R13, address));
  }

  private void pairs() {
    for (Size s : Size.values()) {
      int bytes = s.bits() / 8;
      for (Place place : places(bytes)) {
        String operands = r(s, Reg.R19) + ", " + r(s, Reg.R30) + ", " + place.text;
        add("ldp " + operands, LoadStore.ldp(s, Reg.R19, Reg.R30, place.address));
        add("stp " + operands, LoadStore.stp(s, Reg.R19, Reg.R30, place.address));
      }
      add("stp " + r(s, Reg.ZR) + ", " + r(s, Reg.ZR) + ", [x4]",
          LoadStore.stp(s, Reg.ZR, Reg.ZR, Address.at(Reg.R4)));
    }
    for (FpSize s : FpSize.values()) {
      for (Place place : places(s == FpSize.D ? 8 : 4)) {
        String operands = v(s, VReg.V8) + ", " + v(s, VReg.V31) + ", " + place.text;
        add("ldp " + operands, LoadStore.ldp(s, VReg.V8, VReg.V31, place.address));
        add("stp " + operands, LoadStore.stp(s, VReg.V8, VReg.V31, place.address));
      }
    }
  }

  private record Place(String text, Address address) {}

  private static List<Place> places(int bytes) {
    List<Place> places = new ArrayList<>();
    for (Reg base : new Reg[] {Reg.R2, Reg.SP}) {
      String b = r(Size.X, base);
      places.add(new Place("[" + b + "]", Address.at(base)));
      for (int units : new int[] {1, -1, 63, -64}) {
        int d = units * bytes;
        places.add(new Place("[" + b + ", #" + d + "]", Address.at(base, d)));
        places.add(new Place("[" + b + ", #" + d + "]!", Address.preIndex(base, d)));
        places.add(new Place("[" + b + "], #" + d, Address.postIndex(base, d)));
      }
    }
    return places;
  }

  private interface FpTwo {
    int encode(FpSize s, VReg d, VReg n);
  }

  private interface FpThree {
    int encode(FpSize s, VReg d, VReg n, VReg m);
  }

  private void fp2(String name, FpTwo form) {
    for (FpSize s : FpSize.values()) {
      for (VReg reg : VREGS) {
        add(name + " " + v(s, reg) + ", " + v(s, VReg.V9), form.encode(s, reg, VReg.V9));
        add(name + " " + v(s, VReg.V9) + ", " + v(s, reg), form.encode(s, VReg.V9, reg));
      }
    }
  }

  private void fp3(String name, FpThree form) {
    for (FpSize s : FpSize.values()) {
      for (VReg reg : VREGS) {
        add(name + " " + v(s, reg) + ", " + v(s, VReg.V1) + ", " + v(s, VReg.V2), form.encode(s, reg, VReg.V1, VReg.V2));
        add(name + " " + v(s, VReg.V9) + ", " + v(s, reg) + ", " + v(s, VReg.V3), form.encode(s, VReg.V9, reg, VReg.V3));
        add(name + " " + v(s, VReg.V8) + ", " + v(s, VReg.V4) + ", " + v(s, reg), form.encode(s, VReg.V8, VReg.V4, reg));
      }
    }
  }

  private void floatingPoint() {
    fp2("fmov", FloatingPoint::fmov);
    fp2("fabs", FloatingPoint::fabs);
    fp2("fneg", FloatingPoint::fneg);
    for (VReg reg : VREGS) {
      add("mvn v" + reg.code() + ".8b, v9.8b", FloatingPoint.mvn(reg, VReg.V9));
      add("mvn v9.8b, v" + reg.code() + ".8b", FloatingPoint.mvn(VReg.V9, reg));
    }
    fp2("fsqrt", FloatingPoint::fsqrt);
    for (FloatingPoint.Rounding rounding : FloatingPoint.Rounding.values()) {
      fp2("frint" + lower(rounding), (s, d, n) -> FloatingPoint.frint(rounding, s, d, n));
    }
    fp2("frintx", FloatingPoint::frintx);
    fp2("frinti", FloatingPoint::frinti);
    fp3("fmul", FloatingPoint::fmul);
    fp3("fdiv", FloatingPoint::fdiv);
    fp3("fadd", FloatingPoint::fadd);
    fp3("fsub", FloatingPoint::fsub);
    fp3("fmax", FloatingPoint::fmax);
    fp3("fmin", FloatingPoint::fmin);
    fp3("fmaxnm", FloatingPoint::fmaxnm);
    fp3("fminnm", FloatingPoint::fminnm);
    fp3("fnmul", FloatingPoint::fnmul);
    for (FpSize s : FpSize.values()) {
      String two = v(s, VReg.V5) + ", " + v(s, VReg.V31);
      String three = v(s, VReg.V30) + ", " + two;
      add("fmadd " + three + ", " + v(s, VReg.V6), FloatingPoint.fmadd(s, VReg.V30, VReg.V5, VReg.V31, VReg.V6));
      add("fmsub " + three + ", " + v(s, VReg.V6), FloatingPoint.fmsub(s, VReg.V30, VReg.V5, VReg.V31, VReg.V6));
      add("fcmp " + two, FloatingPoint.fcmp(s, VReg.V5, VReg.V31));
      add("fcmp " + v(s, VReg.V5) + ", #0.0", FloatingPoint.fcmpZero(s, VReg.V5));
      for (Condition c : Condition.values()) {
        add("fcsel " + three + ", " + lower(c), FloatingPoint.fcsel(s, VReg.V30, VReg.V5, VReg.V31, c));
        add("fccmp " + two + ", #0x9, " + lower(c), FloatingPoint.fccmp(s, VReg.V5, VReg.V31, 9, c));
      }
      for (int imm8 = 0; imm8 < 256; imm8++) {
        double value = FloatingPoint.immediate(imm8);
        add("fmov " + v(s, VReg.V7) + String.format(Locale.ROOT, ", #%.18e", value),
            FloatingPoint.fmov(s, VReg.V7, value));
      }
    }
  }

  private interface ToInteger {
    int encode(Size to, FpSize from, Reg d, VReg n);
  }

  private interface ToFp {
    int encode(FpSize to, Size from, VReg d, Reg n);
  }

  private void conversions() {
    add("fcvt d3, s30", FloatingPoint.fcvt(FpSize.S, VReg.V3, VReg.V30));
    add("fcvt s3, d30", FloatingPoint.fcvt(FpSize.D, VReg.V3, VReg.V30));
    add("fmov w3, s30", FloatingPoint.fmov(FpSize.S, Reg.R3, VReg.V30));
    add("fmov x3, d30", FloatingPoint.fmov(FpSize.D, Reg.R3, VReg.V30));
    add("fmov s30, w3", FloatingPoint.fmov(FpSize.S, VReg.V30, Reg.R3));
    add("fmov d30, x3", FloatingPoint.fmov(FpSize.D, VReg.V30, Reg.R3));
    add("fmov d30, xzr", FloatingPoint.fmov(FpSize.D, VReg.V30, Reg.ZR));
    add("fjcvtzs w3, d30", FloatingPoint.fjcvtzs(Reg.R3, VReg.V30));
    toInteger("fcvtzs", FloatingPoint::fcvtzs);
    toInteger("fcvtzu", FloatingPoint::fcvtzu);
    toInteger("fcvtms", FloatingPoint::fcvtms);
    toInteger("fcvtps", FloatingPoint::fcvtps);
    toInteger("fcvtns", FloatingPoint::fcvtns);
    toInteger("fcvtas", FloatingPoint::fcvtas);
    toFp("scvtf", FloatingPoint::scvtf);
    toFp("ucvtf", FloatingPoint::ucvtf);
  }

  private void toInteger(String name, ToInteger form) {
    for (Size s : Size.values()) {
      for (FpSize f : FpSize.values()) {
        add(name + " " + r(s, Reg.R27) + ", " + v(f, VReg.V11), form.encode(s, f, Reg.R27, VReg.V11));
      }
    }
  }

  private void toFp(String name, ToFp form) {
    for (Size s : Size.values()) {
      for (FpSize f : FpSize.values()) {
        add(name + " " + v(f, VReg.V11) + ", " + r(s, Reg.R27), form.encode(f, s, VReg.V11, Reg.R27));
      }
    }
  }
}
