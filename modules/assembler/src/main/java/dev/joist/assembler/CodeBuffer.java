package dev.joist.assembler;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Machine code as it grows: little-endian bytes, appended at the end, with patches behind it. Knows
 * nothing of instructions. Not for more than one thread.
 */
public final class CodeBuffer {
  /** Code larger than this is refused: more than any branch that has no veneer reaches. */
  public static final int LIMIT = 64 << 20;

  private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private byte[] bytes;
  private int position;

  /** An empty buffer. */
  public CodeBuffer() {
    this(1024);
  }

  /** An empty buffer that need not grow before it holds that many bytes. */
  public CodeBuffer(int expectedBytes) {
    bytes = new byte[Math.max(16, expectedBytes)];
  }

  /** Bytes so far: the offset at which the next one is put. */
  public int position() {
    return position;
  }

  /** Appends a byte, the low eight bits of the value. */
  public void put8(int value) {
    int at = advance(1);
    bytes[at] = (byte) value;
  }

  /** Appends 32 bits. */
  public void put32(int value) {
    int at = advance(4);
    INT.set(bytes, at, value);
  }

  /** Appends 64 bits. */
  public void put64(long value) {
    int at = advance(8);
    LONG.set(bytes, at, value);
  }

  /** Appends zero bytes until the position is a multiple of the alignment, a power of two. */
  public void align(int alignment) {
    while ((position & alignment - 1) != 0) {
      put8(0);
    }
  }

  /** The byte at an offset, zero-extended. */
  public int get8(int at) {
    return bytes[checked(at, 1)] & 0xff;
  }

  /** The 32 bits at an offset. */
  public int get32(int at) {
    return (int) INT.get(bytes, checked(at, 4));
  }

  /** Replaces the byte at an offset. */
  public void patch8(int at, int value) {
    bytes[checked(at, 1)] = (byte) value;
  }

  /** Replaces the 32 bits at an offset. */
  public void patch32(int at, int value) {
    INT.set(bytes, checked(at, 4), value);
  }

  /** Replaces the 64 bits at an offset. */
  public void patch64(int at, long value) {
    LONG.set(bytes, checked(at, 8), value);
  }

  /** A copy of all bytes so far. */
  public byte[] toByteArray() {
    return Arrays.copyOf(bytes, position);
  }

  private int advance(int count) {
    int at = position;
    int end = at + count;
    if (end > bytes.length) {
      if (end > LIMIT) {
        throw new EncodingException("code is larger than " + (LIMIT >> 20) + " MiB; split the function");
      }
      bytes = Arrays.copyOf(bytes, Math.min(LIMIT, bytes.length * 2));
    }
    position = end;
    return at;
  }

  private int checked(int at, int count) {
    if (at < 0 || at > position - count) {
      throw new IndexOutOfBoundsException("offset " + at + " is not within the " + position + " bytes of code so far");
    }
    return at;
  }
}
