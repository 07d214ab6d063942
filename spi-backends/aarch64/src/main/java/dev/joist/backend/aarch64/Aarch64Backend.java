package dev.joist.backend.aarch64;

import dev.joist.spi.codegen.CodeBuilder;
import dev.joist.spi.codegen.CodegenBackend;
import dev.joist.spi.codegen.Disassembler;
import dev.joist.spi.codegen.Isa;
import dev.joist.spi.codegen.RegisterFile;

/** AArch64, as the Armv8.0-A base architecture has it; landing pads of Armv8.5-A are hints before it. */
public final class Aarch64Backend implements CodegenBackend {
  static final Isa ISA = new Isa("aarch64");

  private static final Disassembler LISTING = new Listing();

  private final boolean javaScriptConversion;

  /** The backend for every AArch64 processor. */
  public Aarch64Backend() {
    this(false);
  }

  /** @param javaScriptConversion whether {@code fjcvtzs} may be used (FEAT_JSCVT, Armv8.3-A) */
  Aarch64Backend(boolean javaScriptConversion) {
    this.javaScriptConversion = javaScriptConversion;
  }

  @Override
  public String name() {
    return "aarch64";
  }

  @Override
  public Isa isa() {
    return ISA;
  }

  @Override
  public RegisterFile registers() {
    return RegisterSet.FILE;
  }

  @Override
  public CodeBuilder begin() {
    return new Aarch64CodeBuilder(javaScriptConversion);
  }

  @Override
  public Disassembler disassembler() {
    return LISTING;
  }
}
