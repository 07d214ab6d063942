package dev.joist.assembler;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class CodeBufferTest {
  private final CodeBuffer code = new CodeBuffer(16);

  @Test
  void bytesAreLittleEndianAndInOrder() {
    code.put8(0x1ff);
    code.align(4);
    code.put32(0x01020304);
    code.put64(0x1112131415161718L);
    assertArrayEquals(new byte[] {
      -1, 0, 0, 0, 4, 3, 2, 1, 0x18, 0x17, 0x16, 0x15, 0x14, 0x13, 0x12, 0x11
    }, code.toByteArray());
  }

  @Test
  void growsAndCanBePatchedBehind() {
    for (int i = 0; i < 10_000; i++) {
      code.put32(i);
    }
    code.patch32(4 * 9_999, 7);
    code.patch8(0, 9);
    code.patch64(8, 0x1_0000_0002L);
    assertEquals(40_000, code.position());
    assertEquals(7, code.get32(4 * 9_999));
    assertEquals(9, code.get8(0));
    assertEquals(2, code.get32(8));
    assertEquals(1, code.get32(12));
  }

  @Test
  void nothingBeyondTheEndCanBePatched() {
    code.put32(0);
    assertThrows(IndexOutOfBoundsException.class, () -> code.patch32(1, 0));
    assertThrows(IndexOutOfBoundsException.class, () -> code.get8(4));
    assertThrows(IndexOutOfBoundsException.class, () -> code.patch8(-1, 0));
  }

  @Test
  void moreThanTheLimitIsRefused() {
    CodeBuffer large = new CodeBuffer(CodeBuffer.LIMIT);
    large.align(1);
    for (int i = 0; i < CodeBuffer.LIMIT / 8; i++) {
      large.put64(i);
    }
    assertThrows(EncodingException.class, () -> large.put8(0));
  }
}
