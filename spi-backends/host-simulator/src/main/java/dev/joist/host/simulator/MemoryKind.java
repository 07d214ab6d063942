package dev.joist.host.simulator;

/** What a load or store moves between a register and memory; numbers that {@link Op} adds to an addressing mode. */
final class MemoryKind {
  // The order within each group is by the logarithm of the size.
  static final int LOAD = 0;
  static final int LOAD64 = LOAD + 3;
  /** Sign-extending to 64 bits: bytes, halves, words. */
  static final int LOAD_SIGNED = 4;
  /** Sign-extending to 32 bits: bytes, halves. */
  static final int LOAD_SIGNED_TO_32 = 7;
  static final int STORE = 9;
  static final int STORE64 = STORE + 3;
  /** Vector registers: 1 to 16 bytes. */
  static final int LOAD_VECTOR = 13;
  static final int LOAD_DOUBLE = LOAD_VECTOR + 3;
  static final int STORE_VECTOR = 18;
  static final int STORE_DOUBLE = STORE_VECTOR + 3;

  private static final int[] BYTES = {
    1, 2, 4, 8, 1, 2, 4, 1, 2, 1, 2, 4, 8, 1, 2, 4, 8, 16, 1, 2, 4, 8, 16
  };

  private MemoryKind() {}

  static int bytes(int kind) {
    return BYTES[kind];
  }

  static boolean isStore(int kind) {
    return kind >= STORE && kind < LOAD_VECTOR || kind >= STORE_VECTOR;
  }

  static boolean isVector(int kind) {
    return kind >= LOAD_VECTOR;
  }
}
