package dev.joist.spi.opcode;

import dev.joist.bytecode.OpcodeDescriptor;
import java.util.Objects;
import java.util.Optional;

/**
 * An opcode, whole. Without a lowering it is compiled as a call of its meaning.
 */
public record OpcodeDefinition(OpcodeDescriptor descriptor, OpcodeSemantics semantics, Optional<OpcodeLowering> lowering) {
  public OpcodeDefinition {
    Objects.requireNonNull(descriptor);
    Objects.requireNonNull(semantics);
    Objects.requireNonNull(lowering);
  }

  public static OpcodeDefinition of(OpcodeDescriptor descriptor, OpcodeSemantics semantics) {
    return new OpcodeDefinition(descriptor, semantics, Optional.empty());
  }

  /** This opcode with a lowering. */
  public OpcodeDefinition withLowering(OpcodeLowering lowering) {
    return new OpcodeDefinition(descriptor, semantics, Optional.of(lowering));
  }
}
