package dev.joist.backend.aarch64.asm;

/** Conditional selection and conditional comparison. */
public final class Conditional {
  private Conditional() {}

  /** {@code d = condition ? n : m}. */
  public static int csel(Size size, Reg d, Reg n, Reg m, Condition condition) {
    return select("csel", 0x1a80_0000, size, d, n, m, condition);
  }

  /** {@code d = condition ? n : m + 1}. */
  public static int csinc(Size size, Reg d, Reg n, Reg m, Condition condition) {
    return select("csinc", 0x1a80_0400, size, d, n, m, condition);
  }

  /** {@code d = condition ? n : ~m}. */
  public static int csinv(Size size, Reg d, Reg n, Reg m, Condition condition) {
    return select("csinv", 0x5a80_0000, size, d, n, m, condition);
  }

  /** {@code d = condition ? n : -m}. */
  public static int csneg(Size size, Reg d, Reg n, Reg m, Condition condition) {
    return select("csneg", 0x5a80_0400, size, d, n, m, condition);
  }

  /** {@code d = condition ? 1 : 0}. */
  public static int cset(Size size, Reg d, Condition condition) {
    return csinc(size, d, Reg.ZR, Reg.ZR, condition.invert());
  }

  /** {@code d = condition ? -1 : 0}. */
  public static int csetm(Size size, Reg d, Condition condition) {
    return csinv(size, d, Reg.ZR, Reg.ZR, condition.invert());
  }

  /** {@code d = condition ? n + 1 : n}. */
  public static int cinc(Size size, Reg d, Reg n, Condition condition) {
    return csinc(size, d, n, n, condition.invert());
  }

  /** {@code d = condition ? ~n : n}. */
  public static int cinv(Size size, Reg d, Reg n, Condition condition) {
    return csinv(size, d, n, n, condition.invert());
  }

  /** {@code d = condition ? -n : n}. */
  public static int cneg(Size size, Reg d, Reg n, Condition condition) {
    return csneg(size, d, n, n, condition.invert());
  }

  /** Flags of {@code n - m} if the condition holds, else {@code nzcv} (N is bit 3). */
  public static int ccmp(Size size, Reg n, Reg m, int nzcv, Condition condition) {
    return compare("ccmp", 0x7a40_0000, size, n, m.zr("ccmp"), nzcv, condition);
  }

  /** Flags of {@code n - imm} if the condition holds, else {@code nzcv}; imm is 0 to 31. */
  public static int ccmp(Size size, Reg n, int imm, int nzcv, Condition condition) {
    int field = Fields.inRange("ccmp", "immediate", imm, 0, 31);
    return compare("ccmp", 0x7a40_0800, size, n, field, nzcv, condition);
  }

  /** Flags of {@code n + m} if the condition holds, else {@code nzcv}. */
  public static int ccmn(Size size, Reg n, Reg m, int nzcv, Condition condition) {
    return compare("ccmn", 0x3a40_0000, size, n, m.zr("ccmn"), nzcv, condition);
  }

  /** Flags of {@code n + imm} if the condition holds, else {@code nzcv}; imm is 0 to 31. */
  public static int ccmn(Size size, Reg n, int imm, int nzcv, Condition condition) {
    int field = Fields.inRange("ccmn", "immediate", imm, 0, 31);
    return compare("ccmn", 0x3a40_0800, size, n, field, nzcv, condition);
  }

  private static int select(String name, int op, Size size, Reg d, Reg n, Reg m, Condition condition) {
    return op | size.sf() | m.zr(name) << 16 | condition.code() << 12 | n.zr(name) << 5 | d.zr(name);
  }

  private static int compare(String name, int op, Size size, Reg n, int field, int nzcv, Condition condition) {
    return op | size.sf() | field << 16 | condition.code() << 12 | n.zr(name) << 5
        | Fields.inRange(name, "flags", nzcv, 0, 15);
  }
}
