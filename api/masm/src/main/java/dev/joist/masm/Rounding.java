package dev.joist.masm;

/** Where a double is rounded to an integral value. */
public enum Rounding {
  /** Towards minus infinity. */
  FLOOR,
  /** Towards plus infinity. */
  CEILING,
  /** Towards zero. */
  TRUNCATE,
  /** To nearest, ties to even. */
  NEAREST_EVEN
}
