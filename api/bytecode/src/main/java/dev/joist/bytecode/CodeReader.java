package dev.joist.bytecode;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Reads operands out of code bytes (little-endian). No bounds are checked beyond the array's: the verifier has been there. */
public final class CodeReader {
  private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);

  private CodeReader() {}

  public static int u8(byte[] code, int at) {
    return code[at] & 0xff;
  }

  public static int i8(byte[] code, int at) {
    return code[at];
  }

  public static int u16(byte[] code, int at) {
    return (short) SHORT.get(code, at) & 0xffff;
  }

  public static int i32(byte[] code, int at) {
    return (int) INT.get(code, at);
  }
}
