package dev.joist.conformance.listings;

import dev.joist.bytecode.Constant;
import dev.joist.bytecode.FunctionTemplate;
import dev.joist.compiler.analysis.CompilationUnit;
import dev.joist.spi.value.Values;
import dev.joist.spi.opcode.Insn;
import java.util.Optional;

/** A function at invented addresses. */
record ListedUnit(FunctionTemplate template, long siteWord) implements CompilationUnit {
  private static final long INFO = 0x5000_1000L;
  private static final long STRINGS = 0x5000_2000L;
  private static final int STRING_BYTES = 16;
  private static final long SECOND_WORD = 24;
  private static final long THIRD_WORD = 0x5000_3000L;
  private static final int PROPERTY_WORDS = 4;

  @Override
  public long info() {
    return INFO;
  }

  @Override
  public long constantValue(int index) {
    return template.constants().get(index) instanceof Constant.Num(double value) ? Values.number(value, v -> 0)
        : Values.cell(STRINGS + (long) STRING_BYTES * index);
  }

  /**
   * The first word of each site is the input's; the sites of these inputs that have more are PROPERTY sites at
   * multiples of 4 words.
   */
  @Override
  public long siteWord(int index) {
    return switch (index % PROPERTY_WORDS) {
      case 1 -> SECOND_WORD;
      case 2 -> THIRD_WORD;
      default -> siteWord;
    };
  }

  @Override
  public boolean isPermanentGlobal(int site) {
    return false;
  }

  @Override
  public int prototypeEpoch() {
    return 3;
  }

  @Override
  public Insn.ClosureParts closure(int index) {
    return new Insn.ClosureParts(0x5000_4000L, 7, 88);
  }

  @Override
  public Optional<Insn.Callee> callee(int site) {
    return Optional.empty();
  }
}
