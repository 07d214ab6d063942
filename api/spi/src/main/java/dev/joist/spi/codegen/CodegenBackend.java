package dev.joist.spi.codegen;

/** An instruction set's code generation. Stateless; found by {@link java.util.ServiceLoader}. */
public interface CodegenBackend {
  /** The name it is chosen by. */
  String name();

  Isa isa();

  RegisterFile registers();

  /** Starts a piece of code. */
  CodeBuilder begin();

  Disassembler disassembler();
}
