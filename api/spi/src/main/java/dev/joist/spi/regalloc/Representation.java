package dev.joist.spi.regalloc;

/** What stands for a bytecode register's value in a machine register. */
public enum Representation {
  /** A Value. */
  BOXED,
  /** An int32 in the low 32 bits. */
  INT32,
  /** A double in a floating-point register. */
  DOUBLE
}
