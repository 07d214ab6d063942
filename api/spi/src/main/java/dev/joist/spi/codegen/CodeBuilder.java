package dev.joist.spi.codegen;

import dev.joist.masm.Label;
import dev.joist.masm.MacroAssembler;

/** A piece of code being made. */
public interface CodeBuilder {
  MacroAssembler masm();

  /** Ends the code (pools, veneers) and gives it; every used label must be bound. Once. */
  CodeImage build();

  /** Byte offset of a bound label in the finished image; after {@link #build()}. */
  int offsetOf(Label label);
}
