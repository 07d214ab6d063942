package dev.joist.backend.x86;

import dev.joist.backend.x86.disasm.Disassembly;
import dev.joist.spi.codegen.Disassembler;
import java.util.ArrayList;
import java.util.List;

/** Code as text, with jump targets as offsets from its start. */
final class Listing implements Disassembler {
  private static final Disassembly DISASSEMBLY = new Disassembly(
      offset -> offset < 0 ? "-0x" + Long.toHexString(-offset) : "0x" + Long.toHexString(offset));

  @Override
  public List<Line> disassemble(byte[] code) {
    List<Line> lines = new ArrayList<>();
    int offset = 0;
    while (offset < code.length) {
      Disassembly.Instruction instruction = DISASSEMBLY.at(code, offset);
      lines.add(new Line(offset, instruction.text()));
      offset = instruction.end();
    }
    return lines;
  }
}
