package dev.joist.backend.aarch64.asm;

/** Which observers and which accesses a data barrier orders. */
public enum Barrier {
  OSHLD(1), OSHST(2), OSH(3), NSHLD(5), NSHST(6), NSH(7), ISHLD(9), ISHST(10), ISH(11), LD(13), ST(14), SY(15);

  private final int code;

  Barrier(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }
}
