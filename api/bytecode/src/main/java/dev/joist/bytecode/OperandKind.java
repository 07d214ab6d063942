package dev.joist.bytecode;

/** What an operand is and how it is encoded. Register operands carry their role in the kind: what is defined, what is used. */
public enum OperandKind {
  /** A register that is written (u8). */
  DEF(1),
  /** A register that is read (u8). */
  USE(1),
  /** A register that is read and written (u8). */
  USE_DEF(1),
  /** First register of a range that is read (u8); its length is the next COUNT operand. */
  RANGE(1),
  /**
   * First register w of a call window (u8): the callee in w, header in w+1 and w+2, `this` in w+3, arguments after it, as many as the
   * next COUNT operand says. Reads what the descriptor's {@link WindowUse} says and kills everything from w+1 on.
   */
  WINDOW(1),
  /** A number from 0 to 255. */
  COUNT(1),
  /** A number from 0 to 65535. */
  UINT16(2),
  INT8(1),
  INT32(4),
  /** Index into the constant pool (u16). */
  CONSTANT(2),
  /** Index of the site's first word (u16). */
  SITE(2),
  /** Jump target, relative to the start of the instruction (i32). */
  TARGET(4);

  private final int bytes;

  OperandKind(int bytes) {
    this.bytes = bytes;
  }

  public int bytes() {
    return bytes;
  }

  public boolean isRegister() {
    return ordinal() <= WINDOW.ordinal();
  }

  public boolean defines() {
    return this == DEF || this == USE_DEF;
  }
}
