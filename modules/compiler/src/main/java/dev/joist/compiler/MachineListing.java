package dev.joist.compiler;

import dev.joist.spi.codegen.CodeImage;
import dev.joist.spi.codegen.Disassembler;
import java.util.ArrayDeque;
import java.util.Deque;

/** Machine code as text, with the bytecode between. */
public final class MachineListing {
  private MachineListing() {}

  /** A line for each instruction and each remark of the image. */
  public static String of(CodeImage image, Disassembler disassembler) {
    StringBuilder text = new StringBuilder();
    Deque<CodeImage.Remark> remarks = new ArrayDeque<>(image.remarks());
    for (Disassembler.Line line : disassembler.disassemble(image.bytes())) {
      while (!remarks.isEmpty() && remarks.peek().offset() <= line.offset()) {
        text.append("; ").append(remarks.remove().text()).append('\n');
      }
      text.append(String.format("%6x  %s\n", line.offset(), line.text()));
    }
    return text.toString();
  }
}
