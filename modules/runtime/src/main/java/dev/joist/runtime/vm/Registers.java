package dev.joist.runtime.vm;

import dev.joist.runtime.memory.Memory;

/** Registers named by operand bytes. */
public final class Registers {
  private Registers() {}

  /** The Value of the register that the operand byte at an offset names. */
  public static long get(byte[] code, int at, long base) {
    return Memory.getLong(base + ((code[at] & 0xffL) << 3));
  }

  /** The Value of the register that the byte above so many bits of an instruction's first eight bytes names. */
  public static long get(long instruction, int bits, long base) {
    return Memory.getLong(base + (instruction >>> bits - 3 & 0x7f8));
  }

  /** As {@link #get(long, int, long)}. */
  public static void set(long instruction, int bits, long base, long value) {
    Memory.putLong(base + (instruction >>> bits - 3 & 0x7f8), value);
  }

  public static void set(byte[] code, int at, long base, long value) {
    Memory.putLong(base + ((code[at] & 0xffL) << 3), value);
  }

  /** The address of the register that the operand byte at an offset names. */
  public static long address(byte[] code, int at, long base) {
    return base + ((code[at] & 0xffL) << 3);
  }
}
