package dev.joist.backend.x86.asm;

/** The width of an integer operation; a 32-bit result clears the upper half of its register. */
public enum Size {
  BYTE, WORD, DWORD, QWORD;

  /** 8 to 64. */
  public int bits() {
    return 8 << ordinal();
  }
}
