package dev.joist.spi.opcode;

import dev.joist.bytecode.Effect;
import dev.joist.bytecode.OpcodeDescriptor;
import dev.joist.bytecode.WindowUse;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

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

  /** @see OpcodeDescriptor#of(String, String, Set, String) */
  public static OpcodeDefinition of(String name, String signature, Set<Effect> effects, String summary, OpcodeSemantics semantics) {
    return of(OpcodeDescriptor.of(name, signature, effects, summary), semantics);
  }

  /** @see OpcodeDescriptor#of(String, String, Set, WindowUse, String) */
  public static OpcodeDefinition of(
      String name, String signature, Set<Effect> effects, WindowUse windowUse, String summary, OpcodeSemantics semantics) {
    return of(OpcodeDescriptor.of(name, signature, effects, windowUse, summary), semantics);
  }

  /** This opcode with a lowering. */
  public OpcodeDefinition withLowering(OpcodeLowering lowering) {
    return new OpcodeDefinition(descriptor, semantics, Optional.of(lowering));
  }
}
