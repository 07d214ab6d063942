package dev.joist.compiler.analysis;

import dev.joist.bytecode.Constant;
import dev.joist.bytecode.FunctionTemplate;
import dev.joist.bytecode.text.BytecodeReader;
import dev.joist.plugin.standard.StandardOpcodes;
import dev.joist.spi.value.Values;
import dev.joist.spi.opcode.Insn;
import java.util.Optional;

/** A function written down as text, with the same word in all sites. */
record TextUnit(FunctionTemplate template, long siteWord) implements CompilationUnit {
  static TextUnit of(int registers, String... lines) {
    String text = ".function f0 \"test\" normal\n.parameters 1\n.length 1\n.registers " + registers + "\n"
        + String.join("\n", lines) + "\n.end\n";
    return new TextUnit(BytecodeReader.read(StandardOpcodes.table(), "test.joist", text), 0);
  }

  Code decode() {
    return Code.decode(this, StandardOpcodes.table());
  }

  @Override
  public long info() {
    return 0x1000;
  }

  @Override
  public long constantValue(int index) {
    return template.constants().get(index) instanceof Constant.Num(double value) ? Values.number(value, v -> 0)
        : 0x2000;
  }

  @Override
  public long siteWord(int index) {
    return siteWord;
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
