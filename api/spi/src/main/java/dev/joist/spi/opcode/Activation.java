package dev.joist.spi.opcode;

import dev.joist.spi.value.ValueRepresentation;

/** The running engine as an opcode's semantics sees it. Values that are cells may move out of reach at a call: keep them in registers. */
public interface Activation extends ValueRepresentation.HeapNumbers {
  /** The Value in a register of the frame at base. */
  long register(long base, int register);

  void setRegister(long base, int register, long value);

  /** ECMAScript ToNumber; may run code, may throw. */
  double toNumber(long value);

  /** ECMAScript ToInt32; may run code, may throw. */
  int toInt32(long value);

  /** A number as a Value, as an int32 where it is one. */
  long number(double value);
}
