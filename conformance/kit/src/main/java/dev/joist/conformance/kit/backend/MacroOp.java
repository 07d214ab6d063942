package dev.joist.conformance.kit.backend;

import dev.joist.masm.Fp;
import dev.joist.masm.Gp;
import dev.joist.masm.Label;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.MutFp;
import dev.joist.masm.MutGp;

/**
 * One operation of the macro assembler, with its widths and immediates fixed, and what Java says that it means.
 *
 * @param family of rules that it belongs to
 * @param name the method's, then width and immediates
 * @param gpInputs how many general-purpose registers it reads
 * @param fpInputs how many floating-point registers it reads
 */
record MacroOp(String family, String name, int gpInputs, int fpInputs, Destination destination, Emission emission, Meaning meaning) {
  /** Where the result goes. */
  enum Destination {
    NONE, GP, FP,
    /** A result of arithmetic on doubles: a NaN may be any NaN where the backend does not promise the canonical one. */
    FP_ARITHMETIC;

    boolean isFp() {
      return this == FP || this == FP_ARITHMETIC;
    }
  }

  /** The registers of one use; those that an operation has not are null. */
  record Operands(Gp[] gp, Fp[] fp, MutGp dst, MutFp fpDst, Label taken) {
    Gp a() {
      return gp[0];
    }

    Gp b() {
      return gp[1];
    }

    Fp fa() {
      return fp[0];
    }

    Fp fb() {
      return fp[1];
    }
  }

  /** Emits the operation. */
  @FunctionalInterface
  interface Emission {
    void emit(MacroAssembler masm, Operands operands);
  }

  /** Computes in Java, from register contents (raw bits for doubles). */
  @FunctionalInterface
  interface Meaning {
    Outcome of(long[] gp, long[] fp);
  }

  /**
   * What should happen.
   *
   * @param taken the operation branches; its destination is then unspecified
   * @param result bits of the destination
   */
  record Outcome(boolean taken, long result) {
    static Outcome value(long result) {
      return new Outcome(false, result);
    }

    static Outcome branch(boolean taken) {
      return new Outcome(taken, 0);
    }
  }

  /** The method of the macro assembler. */
  String method() {
    int space = name.indexOf(' ');
    return space < 0 ? name : name.substring(0, space);
  }

  /** True for a branch, and for what branches when it has no result. */
  boolean mayBranch() {
    return destination == Destination.NONE || name.contains("Overflow") || name.startsWith("fpToInt32");
  }

  @Override
  public String toString() {
    return name;
  }
}
