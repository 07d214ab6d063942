package dev.joist.spi.codegen;

import java.util.List;

/** Machine code as text. */
public interface Disassembler {
  /** One line for each instruction; branch targets within the code are shown as offsets. What is no instruction is shown as data. */
  List<Line> disassemble(byte[] code);

  /** @param offset from the start of the code */
  record Line(int offset, String text) {}
}
