package dev.joist.backend.aarch64.asm;

import dev.joist.assembler.EncodingException;

/** Checks on immediate operands, shared by the encoders. */
final class Fields {
  private Fields() {}

  /** The value if it lies in {@code low..high}; the operand's name and the range go into the error. */
  static int inRange(String instruction, String operand, int value, int low, int high) {
    if (value < low || value > high) {
      throw outOfRange(instruction, operand, value, low, high);
    }
    return value;
  }

  /** The position of a bit or the distance of a shift: {@code 0..bits-1}. */
  static int bit(String instruction, String operand, int value, Size size) {
    return inRange(instruction, operand, value, 0, size.bits() - 1);
  }

  /** A multiple of {@code scale} between {@code low} and {@code high}, divided by the scale. */
  static int scaled(String instruction, String operand, int value, int scale, int low, int high) {
    inRange(instruction, operand, value, low, high);
    if (value % scale != 0) {
      throw new EncodingException(instruction + ": " + operand + " " + value + " is not a multiple of " + scale);
    }
    return value / scale;
  }

  private static EncodingException outOfRange(String instruction, String operand, int value, int low, int high) {
    return new EncodingException(
        instruction + ": " + operand + " " + value + " is out of range, " + low + " to " + high + " can be encoded");
  }
}
