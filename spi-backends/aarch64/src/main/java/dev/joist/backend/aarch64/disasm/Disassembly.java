package dev.joist.backend.aarch64.disasm;

import java.util.function.LongFunction;

/**
 * Text of instruction words, in objdump's notation. Covers what the assembler of this module emits; any other word
 * is {@code .inst 0x…}, never an error.
 */
public final class Disassembly {
  private final LongFunction<String> targetName;

  /** A disassembler that names branch targets and literals by their address, in hexadecimal. */
  public Disassembly() {
    this(address -> "0x" + Long.toHexString(address));
  }

  /** A disassembler that asks for the names of branch targets and literals. */
  public Disassembly(LongFunction<String> targetName) {
    this.targetName = targetName;
  }

  /** The text of the instruction at an address. */
  public String text(int word, long address) {
    Word w = new Word(word);
    String text = switch (w.bits(28, 25)) {
      case 0 -> w.bits(31, 16) == 0 ? "udf #" + w.bits(15, 0) : null;
      case 8, 9 -> ImmediateGroup.text(w, address, targetName);
      case 10, 11 -> BranchGroup.text(w, address, targetName);
      case 4, 6, 12, 14 -> MemoryGroup.text(w, address, targetName);
      case 5, 13 -> RegisterGroup.text(w);
      case 7, 15 -> FloatingPointGroup.text(w);
      default -> null;
    };
    return text != null ? text : String.format(".inst 0x%08x", word);
  }
}
