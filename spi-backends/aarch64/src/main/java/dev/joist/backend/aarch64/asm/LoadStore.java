package dev.joist.backend.aarch64.asm;

import dev.joist.assembler.EncodingException;

/** Loads and stores of single registers and of pairs. */
public final class LoadStore {
  private LoadStore() {}

  /** What a load or store of one register transfers; the constants are the instructions' names. */
  public enum Access {
    STRB(0, 0), LDRB(0, 1), LDRSB_X(0, 2), LDRSB_W(0, 3),
    STRH(1, 0), LDRH(1, 1), LDRSH_X(1, 2), LDRSH_W(1, 3),
    STR_W(2, 0), LDR_W(2, 1), LDRSW(2, 2),
    STR_X(3, 0), LDR_X(3, 1),
    STR_S(2, 4), LDR_S(2, 5),
    STR_D(3, 4), LDR_D(3, 5);

    private final int log2;
    private final int fields;
    private final boolean fp;

    /** The access of {@code 1 << log2} bytes whose V and opc fields together are {@code op}. */
    Access(int log2, int op) {
      this.log2 = log2;
      this.fp = op >= 4;
      this.fields = log2 << 30 | op >> 2 << 26 | (op & 3) << 22;
    }

    /** The binary logarithm of the number of bytes transferred. */
    public int log2() {
      return log2;
    }
  }

  /** A load into, or a store of, a general-purpose register. */
  public static int transfer(Access access, Reg t, Address address) {
    if (access.fp) {
      throw new EncodingException(access + ": " + t + " is no floating-point register");
    }
    if (t == Reg.SP) {
      throw new EncodingException(access + ": sp cannot be loaded or stored, 31 means the zero register");
    }
    boolean writesBack = address instanceof Address.PreIndex || address instanceof Address.PostIndex;
    if (writesBack && t != Reg.ZR && t == base(address)) {
      throw new EncodingException(access + ": a base that is written back cannot also be the register transferred");
    }
    return access.fields | t.code() | address(access, address);
  }

  /** A load into, or a store of, a floating-point register. */
  public static int transfer(Access access, VReg t, Address address) {
    if (!access.fp) {
      throw new EncodingException(access + ": " + t + " is no general-purpose register");
    }
    return access.fields | t.code() | address(access, address);
  }

  /** Loads 32 or 64 bits. */
  public static int ldr(Size size, Reg t, Address address) {
    return transfer(size == Size.X ? Access.LDR_X : Access.LDR_W, t, address);
  }

  /** Stores 32 or 64 bits. */
  public static int str(Size size, Reg t, Address address) {
    return transfer(size == Size.X ? Access.STR_X : Access.STR_W, t, address);
  }

  /** Loads a floating-point register. */
  public static int ldr(FpSize size, VReg t, Address address) {
    return transfer(size == FpSize.D ? Access.LDR_D : Access.LDR_S, t, address);
  }

  /** Stores a floating-point register. */
  public static int str(FpSize size, VReg t, Address address) {
    return transfer(size == FpSize.D ? Access.STR_D : Access.STR_S, t, address);
  }

  /** Loads 32 or 64 bits from {@code displacement} bytes, within 1 MiB, from this instruction. */
  public static int ldrLiteral(Size size, Reg t, int displacement) {
    return 0x1800_0000 | size.ordinal() << 30 | BranchForm.IMM19.field("ldr (literal)", displacement)
        | t.zr("ldr (literal)");
  }

  /** Loads a sign-extended word from {@code displacement} bytes, within 1 MiB, from this instruction. */
  public static int ldrswLiteral(Reg t, int displacement) {
    return 0x9800_0000 | BranchForm.IMM19.field("ldrsw (literal)", displacement) | t.zr("ldrsw (literal)");
  }

  /** Loads a floating-point register from {@code displacement} bytes, within 1 MiB, from this instruction. */
  public static int ldrLiteral(FpSize size, VReg t, int displacement) {
    return 0x1c00_0000 | size.ordinal() << 30 | BranchForm.IMM19.field("ldr (literal)", displacement) | t.code();
  }

  /** True if a single-register access of {@code 1 << log2} bytes can hold the displacement. */
  public static boolean isOffset(int log2, long displacement) {
    return isScaled(log2, displacement) || isUnscaled(displacement);
  }

  /** True if a pair of registers of {@code 1 << log2} bytes each can be accessed at the displacement. */
  public static boolean isPairOffset(int log2, long displacement) {
    return displacement >= -64L << log2 && displacement <= 63L << log2 && (displacement & (1 << log2) - 1) == 0;
  }

  /** Loads two registers from adjacent places. */
  public static int ldp(Size size, Reg t1, Reg t2, Address address) {
    if (t1 == t2) {
      throw new EncodingException("ldp: the two registers must differ");
    }
    return pair("ldp", 1 << 22, size, t1, t2, address);
  }

  /** Stores two registers to adjacent places. */
  public static int stp(Size size, Reg t1, Reg t2, Address address) {
    return pair("stp", 0, size, t1, t2, address);
  }

  /** Loads two floating-point registers from adjacent places. */
  public static int ldp(FpSize size, VReg t1, VReg t2, Address address) {
    if (t1 == t2) {
      throw new EncodingException("ldp: the two registers must differ");
    }
    return 0x2c40_0000 | size.ordinal() << 30 | t2.code() << 10 | t1.code()
        | pairAddress("ldp", size.ordinal() + 2, address);
  }

  /** Stores two floating-point registers to adjacent places. */
  public static int stp(FpSize size, VReg t1, VReg t2, Address address) {
    return 0x2c00_0000 | size.ordinal() << 30 | t2.code() << 10 | t1.code()
        | pairAddress("stp", size.ordinal() + 2, address);
  }

  private static int pair(String name, int op, Size size, Reg t1, Reg t2, Address address) {
    boolean writesBack = address instanceof Address.PreIndex || address instanceof Address.PostIndex;
    Reg base = base(address);
    if (writesBack && base != Reg.SP && (t1 == base || t2 == base)) {
      throw new EncodingException(name + ": a base that is written back cannot also be a register transferred");
    }
    return 0x2800_0000 | op | size.ordinal() << 31 | t2.zr(name) << 10 | t1.zr(name)
        | pairAddress(name, size.ordinal() + 2, address);
  }

  private static int pairAddress(String name, int log2, Address address) {
    int mode;
    int displacement;
    switch (address) {
      case Address.PostIndex a -> {
        mode = 1 << 23;
        displacement = a.displacement();
      }
      case Address.Offset a -> {
        mode = 2 << 23;
        displacement = a.displacement();
      }
      case Address.PreIndex a -> {
        mode = 3 << 23;
        displacement = a.displacement();
      }
      case Address.Indexed _ -> throw new EncodingException(name + ": a pair has no register offset");
    }
    int field = Fields.scaled(name, "displacement", displacement, 1 << log2, -64 << log2, 63 << log2);
    return mode | (field & 0x7f) << 15 | base(address).sp(name) << 5;
  }

  private static int address(Access access, Address address) {
    return switch (address) {
      case Address.Offset(Reg base, int displacement) when isScaled(access.log2, displacement) ->
          0x3900_0000 | displacement >> access.log2 << 10 | base.sp(access.name()) << 5;
      case Address.Offset(Reg base, int displacement) -> {
        if (!isUnscaled(displacement)) {
          throw new EncodingException(
              access + ": displacement " + displacement + " is out of range, -256 to 255 and multiples of "
                  + (1 << access.log2) + " to " + (4095 << access.log2) + " can be encoded");
        }
        yield unscaled(access, base, displacement, 0);
      }
      case Address.PostIndex(Reg base, int displacement) -> unscaled(access, base, displacement, 1);
      case Address.PreIndex(Reg base, int displacement) -> unscaled(access, base, displacement, 3);
      case Address.Indexed(Reg base, Reg index, Extend extend, boolean scaled) -> {
        if ((extend.ordinal() & 2) == 0) {
          throw new EncodingException(access + ": an index is extended with UXTW, UXTX, SXTW or SXTX, not " + extend);
        }
        yield 0x3820_0800 | index.zr(access.name()) << 16 | extend.ordinal() << 13 | (scaled ? 1 << 12 : 0)
            | base.sp(access.name()) << 5;
      }
    };
  }

  private static int unscaled(Access access, Reg base, int displacement, int mode) {
    Fields.inRange(access.name(), "displacement", displacement, -256, 255);
    return 0x3800_0000 | (displacement & 0x1ff) << 12 | mode << 10 | base.sp(access.name()) << 5;
  }

  private static boolean isScaled(int log2, long displacement) {
    return displacement >= 0 && displacement <= 4095L << log2 && (displacement & (1 << log2) - 1) == 0;
  }

  private static boolean isUnscaled(long displacement) {
    return displacement >= -256 && displacement <= 255;
  }

  private static Reg base(Address address) {
    return switch (address) {
      case Address.Offset a -> a.base();
      case Address.PreIndex a -> a.base();
      case Address.PostIndex a -> a.base();
      case Address.Indexed a -> a.base();
    };
  }
}
