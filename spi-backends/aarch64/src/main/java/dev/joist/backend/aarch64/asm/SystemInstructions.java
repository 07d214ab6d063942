package dev.joist.backend.aarch64.asm;

/** Barriers, hints, traps, cache maintenance and system registers. */
public final class SystemInstructions {
  private SystemInstructions() {}

  /** Does nothing. */
  public static int nop() {
    return 0xd503_201f;
  }

  /** Hint: this loop spins. */
  public static int yield() {
    return 0xd503_203f;
  }

  /** A landing pad for indirect branches of the given kind. */
  public static int bti(BranchTarget kind) {
    return 0xd503_241f | kind.ordinal() << 6;
  }

  /** The kinds of indirect branches that a landing pad accepts. */
  public enum BranchTarget {
    /** None: only direct branches may come here. */
    NONE,
    /** Calls ({@code blr}), and {@code br} through x16 or x17. */
    C,
    /** Jumps ({@code br}). */
    J,
    /** Both. */
    JC
  }

  /** Orders memory accesses. */
  public static int dmb(Barrier scope) {
    return 0xd503_30bf | scope.code() << 8;
  }

  /** Waits for memory accesses and cache maintenance. */
  public static int dsb(Barrier scope) {
    return 0xd503_309f | scope.code() << 8;
  }

  /** Discards what was fetched of the following instructions. */
  public static int isb() {
    return 0xd503_3fdf;
  }

  /** Breakpoint trap with a 16-bit number. */
  public static int brk(int number) {
    return 0xd420_0000 | Fields.inRange("brk", "number", number, 0, 0xffff) << 5;
  }

  /** Halting trap with a 16-bit number. */
  public static int hlt(int number) {
    return 0xd440_0000 | Fields.inRange("hlt", "number", number, 0, 0xffff) << 5;
  }

  /** An instruction that is undefined for ever, with a 16-bit number. */
  public static int udf(int number) {
    return Fields.inRange("udf", "number", number, 0, 0xffff);
  }

  /** Writes the data cache line that holds the address in t back to where instruction fetches see it. */
  public static int dcCvau(Reg t) {
    return 0xd50b_7b20 | t.zr("dc cvau");
  }

  /** Discards the instruction cache line that holds the address in t. */
  public static int icIvau(Reg t) {
    return 0xd50b_7520 | t.zr("ic ivau");
  }

  /** {@code t =} the system register. */
  public static int mrs(Reg t, SystemRegister register) {
    return 0xd520_0000 | register.encoding() | t.zr("mrs");
  }

  /** The system register {@code = t}. */
  public static int msr(SystemRegister register, Reg t) {
    return 0xd500_0000 | register.encoding() | t.zr("msr");
  }
}
