package dev.joist.masm;

/** A memory operand. Any displacement is allowed; the backend finds the instructions. */
public sealed interface Mem {
  /** The byte at base + displacement. */
  record Displaced(Gp base, int displacement) implements Mem {}

  /** The byte at base + index·2^shift + displacement; the index is a 64-bit register, shift is 0 to 3. */
  record Indexed(Gp base, Gp index, int shift, int displacement) implements Mem {
    public Indexed {
      if (shift < 0 || shift > 3) {
        throw new IllegalArgumentException("index shift " + shift + " is not in 0..3");
      }
    }
  }

  static Mem at(Gp base, int displacement) {
    return new Displaced(base, displacement);
  }

  static Mem indexed(Gp base, Gp index, int shift, int displacement) {
    return new Indexed(base, index, shift, displacement);
  }
}
