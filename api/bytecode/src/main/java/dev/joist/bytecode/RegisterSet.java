package dev.joist.bytecode;

import java.util.Arrays;

/** A set of registers. Mutable. */
final class RegisterSet {
  private final long[] words = new long[4];

  static RegisterSet of(int first, int end) {
    RegisterSet set = new RegisterSet();
    for (int register = first; register < end; register++) {
      set.add(register);
    }
    return set;
  }

  RegisterSet copy() {
    RegisterSet copy = new RegisterSet();
    System.arraycopy(words, 0, copy.words, 0, words.length);
    return copy;
  }

  void add(int register) {
    words[register >> 6] |= 1L << register;
  }

  boolean contains(int register) {
    return (words[register >> 6] >> register & 1) != 0;
  }

  /** Removes this register and all above. */
  void removeFrom(int register) {
    for (int i = register; i < 256; i++) {
      words[i >> 6] &= ~(1L << i);
    }
  }

  /** Keeps what the other has too; answers whether anything went. */
  boolean retain(RegisterSet other) {
    boolean changed = false;
    for (int i = 0; i < words.length; i++) {
      long kept = words[i] & other.words[i];
      changed |= kept != words[i];
      words[i] = kept;
    }
    return changed;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RegisterSet set && Arrays.equals(words, set.words);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(words);
  }
}
