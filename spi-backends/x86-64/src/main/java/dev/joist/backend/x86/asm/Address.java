package dev.joist.backend.x86.asm;

import dev.joist.assembler.EncodingException;

/**
 * The memory operand {@code [base + index * 2^shift + displacement]}.
 *
 * @param index {@code null} for none; never RSP, which cannot be an index
 */
public record Address(Reg base, Reg index, int shift, int displacement) {
  /** Checks what cannot be encoded. */
  public Address {
    if (index == Reg.RSP) {
      throw new EncodingException("rsp cannot be an index");
    }
    if (shift < 0 || shift > 3) {
      throw new EncodingException("index shift " + shift + " is out of range, 0 to 3 can be encoded");
    }
  }

  /** {@code [base + displacement]}. */
  public static Address at(Reg base, int displacement) {
    return new Address(base, null, 0, displacement);
  }

  /** {@code [base + index]}. */
  public static Address sum(Reg base, Reg index) {
    return new Address(base, index, 0, 0);
  }
}
