package dev.joist.backend.aarch64.disasm;

/** An instruction word, its fields, and the names that its register fields stand for. */
record Word(int word) {
  private static final String[] CONDITIONS = {
    "eq", "ne", "cs", "cc", "mi", "pl", "vs", "vc", "hi", "ls", "ge", "lt", "gt", "le", "al", "nv"
  };

  /** The bits from {@code high} down to {@code low}, zero-extended. */
  int bits(int high, int low) {
    return word >>> low & -1 >>> 31 - (high - low);
  }

  /** The bits from {@code high} down to {@code low}, sign-extended. */
  int signed(int high, int low) {
    return word << 31 - high >> 31 - high + low;
  }

  boolean bit(int position) {
    return (word >>> position & 1) != 0;
  }

  /** True if the word has the given value in the given mask. */
  boolean matches(int mask, int value) {
    return (word & mask) == value;
  }

  /** Bit 31: the operation is on 64 bits. */
  boolean sf() {
    return bit(31);
  }

  int d() {
    return bits(4, 0);
  }

  int n() {
    return bits(9, 5);
  }

  int m() {
    return bits(20, 16);
  }

  int a() {
    return bits(14, 10);
  }

  /** The name of a general-purpose register where 31 is the zero register. */
  static String zr(boolean is64, int number) {
    return (is64 ? "x" : "w") + (number == 31 ? "zr" : number);
  }

  /** The name of a general-purpose register where 31 is the stack pointer. */
  static String sp(boolean is64, int number) {
    return number == 31 ? is64 ? "sp" : "wsp" : zr(is64, number);
  }

  /** The name of a floating-point register. */
  static String fp(boolean isDouble, int number) {
    return (isDouble ? "d" : "s") + number;
  }

  static String condition(int code) {
    return CONDITIONS[code];
  }

  static String hex(long value) {
    return "#0x" + Long.toHexString(value);
  }

  /** {@code mnemonic operand, operand …}. */
  static String line(String mnemonic, Object... operands) {
    StringBuilder text = new StringBuilder(mnemonic);
    for (int i = 0; i < operands.length; i++) {
      text.append(i == 0 ? " " : ", ").append(operands[i]);
    }
    return text.toString();
  }
}
