package dev.joist.backend.aarch64.asm;

import dev.joist.assembler.CodeBuffer;
import dev.joist.assembler.PcRelative;

/** The fields of AArch64 instructions that hold a distance to a label. */
public enum BranchForm implements PcRelative {
  /** tbz, tbnz: 14 bits of words, 32 KiB. */
  IMM14(14, 5, 4, true),
  /** b.cond, cbz, cbnz: 19 bits of words, 1 MiB. */
  IMM19(19, 5, 4, true),
  /** b, bl: 26 bits of words, 128 MiB, more than a buffer holds. */
  IMM26(26, 0, 4, true),
  /** ldr of a literal: as IMM19. */
  LITERAL(19, 5, 4, false),
  /** adr: 21 bits of bytes, the low two apart, 1 MiB. */
  ADR(21, 5, 1, false);

  private final int bits;
  private final int shift;
  private final int scale;
  private final boolean acceptsVeneer;

  BranchForm(int bits, int shift, int scale, boolean acceptsVeneer) {
    this.bits = bits;
    this.shift = shift;
    this.scale = scale;
    this.acceptsVeneer = acceptsVeneer;
  }

  @Override
  public int forwardReach() {
    return this == IMM26 ? Integer.MAX_VALUE : (1 << bits - 1) * scale - scale;
  }

  @Override
  public int backwardReach() {
    return (1 << bits - 1) * scale;
  }

  @Override
  public boolean acceptsVeneer() {
    return acceptsVeneer;
  }

  @Override
  public void patch(CodeBuffer code, int site, int target) {
    code.patch32(site, code.get32(site) & ~mask() | field(name(), target - site));
  }

  /** The displacement in its place in the instruction word. */
  int field(String instruction, int displacement) {
    int limit = (1 << bits - 1) * scale;
    int value = Fields.scaled(instruction, "displacement", displacement, scale, -limit, limit - scale);
    if (this == ADR) {
      return (value & 3) << 29 | (value >> 2 & 0x7_ffff) << 5;
    }
    return (value & (1 << bits) - 1) << shift;
  }

  private int mask() {
    return this == ADR ? 0x60ff_ffe0 : (1 << bits) - 1 << shift;
  }
}
