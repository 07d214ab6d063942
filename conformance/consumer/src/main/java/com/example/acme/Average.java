package com.example.acme;

import dev.joist.spi.opcode.Activation;

/** What acme.Average means. Interpreted code runs this; compiled code does where its fast path ends. */
final class Average {
  private static final int RESULT = 1;
  private static final int LEFT = 2;
  private static final int RIGHT = 3;
  private static final int LENGTH = 4;

  private Average() {}

  static int execute(Activation activation, byte[] code, long base, int pc) {
    double left = activation.toNumber(activation.register(base, code[pc + LEFT] & 0xff));
    // Read after the first conversion, which may have run code.
    double right = activation.toNumber(activation.register(base, code[pc + RIGHT] & 0xff));
    activation.setRegister(base, code[pc + RESULT] & 0xff, activation.number((left + right) / 2));
    return pc + LENGTH;
  }
}
