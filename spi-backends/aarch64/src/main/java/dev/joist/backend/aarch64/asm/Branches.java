package dev.joist.backend.aarch64.asm;

/** Branches and address formation. Displacements are in bytes from the instruction itself. */
public final class Branches {
  private Branches() {}

  /** Jump within 128 MiB. */
  public static int b(int displacement) {
    return 0x1400_0000 | BranchForm.IMM26.field("b", displacement);
  }

  /** Call within 128 MiB. */
  public static int bl(int displacement) {
    return 0x9400_0000 | BranchForm.IMM26.field("bl", displacement);
  }

  /** Jump within 1 MiB if the condition holds. */
  public static int bCond(Condition condition, int displacement) {
    return 0x5400_0000 | BranchForm.IMM19.field("b.cond", displacement) | condition.code();
  }

  /** Jump within 1 MiB if t is zero. */
  public static int cbz(Size size, Reg t, int displacement) {
    return 0x3400_0000 | size.sf() | BranchForm.IMM19.field("cbz", displacement) | t.zr("cbz");
  }

  /** Jump within 1 MiB if t is not zero. */
  public static int cbnz(Size size, Reg t, int displacement) {
    return 0x3500_0000 | size.sf() | BranchForm.IMM19.field("cbnz", displacement) | t.zr("cbnz");
  }

  /** Jump within 32 KiB if the bit, 0 to 63, of t is zero. */
  public static int tbz(Reg t, int bit, int displacement) {
    return testBit("tbz", 0x3600_0000, t, bit, displacement);
  }

  /** Jump within 32 KiB if the bit, 0 to 63, of t is one. */
  public static int tbnz(Reg t, int bit, int displacement) {
    return testBit("tbnz", 0x3700_0000, t, bit, displacement);
  }

  /** Jump to the address in n. */
  public static int br(Reg n) {
    return 0xd61f_0000 | n.zr("br") << 5;
  }

  /** Call of the address in n. */
  public static int blr(Reg n) {
    return 0xd63f_0000 | n.zr("blr") << 5;
  }

  /** Return to the address in n. */
  public static int ret(Reg n) {
    return 0xd65f_0000 | n.zr("ret") << 5;
  }

  /** Return to the address in the link register. */
  public static int ret() {
    return ret(Reg.LR);
  }

  /** {@code d =} the address that lies {@code displacement} bytes, within 1 MiB, from this instruction. */
  public static int adr(Reg d, int displacement) {
    return 0x1000_0000 | BranchForm.ADR.field("adr", displacement) | d.zr("adr");
  }

  /** {@code d =} this instruction's 4 KiB page plus {@code pages} pages, within 4 GiB. */
  public static int adrp(Reg d, int pages) {
    Fields.inRange("adrp", "pages", pages, -(1 << 20), (1 << 20) - 1);
    return 0x9000_0000 | (pages & 3) << 29 | (pages >> 2 & 0x7_ffff) << 5 | d.zr("adrp");
  }

  private static int testBit(String name, int op, Reg t, int bit, int displacement) {
    Fields.inRange(name, "bit", bit, 0, 63);
    return op | bit >> 5 << 31 | (bit & 31) << 19 | BranchForm.IMM14.field(name, displacement) | t.zr(name);
  }
}
