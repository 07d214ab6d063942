package dev.joist.backend.x86.asm;

import dev.joist.assembler.CodeBuffer;
import dev.joist.assembler.PcRelative;

/** The fields that hold a distance to a label, which counts from the end of field and instruction. */
enum JumpForm implements PcRelative {
  /** Eight bits: jumps back to near labels. */
  REL8(1),
  /** 32 bits: everything else, and more than a buffer holds. */
  REL32(4);

  private final int bytes;

  JumpForm(int bytes) {
    this.bytes = bytes;
  }

  @Override
  public int forwardReach() {
    return this == REL8 ? Byte.MAX_VALUE + bytes : Integer.MAX_VALUE;
  }

  @Override
  public int backwardReach() {
    return this == REL8 ? -Byte.MIN_VALUE - bytes : Integer.MAX_VALUE;
  }

  @Override
  public boolean acceptsVeneer() {
    return false;
  }

  @Override
  public void patch(CodeBuffer code, int site, int target) {
    int distance = target - site - bytes;
    if (this == REL8) {
      code.patch8(site, distance);
    } else {
      code.patch32(site, distance);
    }
  }
}
