package dev.joist.bytecode;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Reads operands out of code bytes (little-endian). No bounds are checked beyond the array's: the verifier has been there. */
public final class CodeReader {
  private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);

  /** Bytes after the code that {@link #i64} may read. */
  public static final int PADDING = 8;

  private CodeReader() {}

  /**
   * The first eight bytes of an instruction at once: opcode in the lowest byte, operands above. Where the instruction is shorter, what follows; the array
   * must have {@link #PADDING} bytes after the code.
   */
  public static long i64(byte[] code, int at) {
    return (long) LONG.get(code, at);
  }

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
