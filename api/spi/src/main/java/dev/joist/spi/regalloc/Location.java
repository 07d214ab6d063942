package dev.joist.spi.regalloc;

import dev.joist.masm.MutFp;
import dev.joist.masm.MutGp;
import java.util.Objects;

/** Where a bytecode register's value is at a point of the code. */
public sealed interface Location {
  /** In its slot of the register file, as a Value. */
  record Slot() implements Location {
    public static final Slot INSTANCE = new Slot();
  }

  /**
   * In a general-purpose register.
   *
   * @param representation BOXED or INT32
   */
  record InGp(MutGp register, Representation representation) implements Location {
    public InGp {
      Objects.requireNonNull(register);
      if (representation == Representation.DOUBLE) {
        throw new IllegalArgumentException("a DOUBLE is not kept in a general-purpose register");
      }
    }
  }

  /** As a double in a floating-point register. */
  record InFp(MutFp register) implements Location {}

  /**
   * Unboxed on the machine stack.
   *
   * @param offset for MacroAssembler.spill
   * @param representation INT32 or DOUBLE
   */
  record Spilled(int offset, Representation representation) implements Location {}

  /** Nowhere: it is known to be this Value. */
  record Known(long value) implements Location {}
}
