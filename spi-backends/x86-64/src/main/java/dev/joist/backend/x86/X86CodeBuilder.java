package dev.joist.backend.x86;

import dev.joist.assembler.CodeBuffer;
import dev.joist.masm.Label;
import dev.joist.masm.MacroAssembler;
import dev.joist.spi.codegen.CodeBuilder;
import dev.joist.spi.codegen.CodeImage;

/** A piece of x86-64 code being made. */
final class X86CodeBuilder implements CodeBuilder {
  private final CodeBuffer code = new CodeBuffer();
  private final X86MacroAssembler masm = new X86MacroAssembler(code);

  @Override
  public MacroAssembler masm() {
    return masm;
  }

  @Override
  public CodeImage build() {
    masm.finish();
    return new CodeImage(X86Backend.ISA, code.toByteArray(), masm.remarks());
  }

  @Override
  public int offsetOf(Label label) {
    return Operands.label(label).position();
  }
}
