package dev.joist.backend.aarch64;

import dev.joist.assembler.CodeBuffer;
import dev.joist.masm.Label;
import dev.joist.masm.MacroAssembler;
import dev.joist.spi.codegen.CodeBuilder;
import dev.joist.spi.codegen.CodeImage;

/** A piece of AArch64 code being made. */
final class Aarch64CodeBuilder implements CodeBuilder {
  private final CodeBuffer code = new CodeBuffer();
  private final Aarch64MacroAssembler masm;

  Aarch64CodeBuilder(boolean javaScriptConversion) {
    masm = new Aarch64MacroAssembler(code, javaScriptConversion);
  }

  @Override
  public MacroAssembler masm() {
    return masm;
  }

  @Override
  public CodeImage build() {
    masm.finish();
    return new CodeImage(Aarch64Backend.ISA, code.toByteArray(), masm.remarks());
  }

  @Override
  public int offsetOf(Label label) {
    return Operands.label(label).position();
  }
}
