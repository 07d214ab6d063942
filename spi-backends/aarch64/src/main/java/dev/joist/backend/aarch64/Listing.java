package dev.joist.backend.aarch64;

import dev.joist.backend.aarch64.disasm.Disassembly;
import dev.joist.spi.codegen.Disassembler;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Code as text, with branch targets as offsets from its start. */
final class Listing implements Disassembler {
  private static final Disassembly DISASSEMBLY = new Disassembly(
      offset -> offset < 0 ? "-0x" + Long.toHexString(-offset) : "0x" + Long.toHexString(offset));

  @Override
  public List<Line> disassemble(byte[] code) {
    ByteBuffer words = ByteBuffer.wrap(code).order(ByteOrder.LITTLE_ENDIAN);
    List<Line> lines = new ArrayList<>(code.length / 4);
    while (words.remaining() >= 4) {
      int offset = words.position();
      lines.add(new Line(offset, DISASSEMBLY.text(words.getInt(), offset)));
    }
    while (words.hasRemaining()) {
      int offset = words.position();
      lines.add(new Line(offset, String.format(".byte 0x%02x", words.get() & 0xff)));
    }
    return lines;
  }
}
