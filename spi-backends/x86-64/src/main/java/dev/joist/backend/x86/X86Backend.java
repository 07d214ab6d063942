package dev.joist.backend.x86;

import dev.joist.spi.codegen.CodeBuilder;
import dev.joist.spi.codegen.CodegenBackend;
import dev.joist.spi.codegen.Disassembler;
import dev.joist.spi.codegen.Isa;
import dev.joist.spi.codegen.RegisterFile;

/** x86-64, at the level x86-64-v2. */
public final class X86Backend implements CodegenBackend {
  static final Isa ISA = new Isa("amd64");

  private static final Disassembler LISTING = new Listing();

  /** For the service loader. */
  public X86Backend() {}

  @Override
  public String name() {
    return "x86-64";
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
    return new X86CodeBuilder();
  }

  @Override
  public Disassembler disassembler() {
    return LISTING;
  }
}
