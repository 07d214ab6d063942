package dev.joist.runtime.vm;

import dev.joist.runtime.memory.Memory;

/** Registers named by operand bytes. */
public final class Registers {
  private Registers() {}

  /** The Value of the register that the operand byte at an offset names. */
  public static long get(byte[] code, int at, long base) {
    return Memory.getLong(base + ((code[at] & 0xffL) << 3));
  }

  public static void set(byte[] code, int at, long base, long value) {
    Memory.putLong(base + ((code[at] & 0xffL) << 3), value);
  }

  /** The address of the register that the operand byte at an offset names. */
  public static long address(byte[] code, int at, long base) {
    return base + ((code[at] & 0xffL) << 3);
  }
}
