package dev.joist.spi.opcode;

import dev.joist.bytecode.Effect;
import dev.joist.bytecode.OpcodeDescriptor;
import dev.joist.bytecode.WindowUse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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

  /**
   * These opcodes with their lowerings.
   *
   * @param lowerings by name; one that names none of the opcodes is an error
   */
  public static List<OpcodeDefinition> withLowerings(List<OpcodeDefinition> definitions, Map<String, OpcodeLowering> lowerings) {
    Set<String> unused = new HashSet<>(lowerings.keySet());
    List<OpcodeDefinition> result = new ArrayList<>();
    for (OpcodeDefinition definition : definitions) {
      OpcodeLowering lowering = lowerings.get(definition.descriptor.name());
      result.add(lowering == null ? definition : definition.withLowering(lowering));
      unused.remove(definition.descriptor.name());
    }
    if (!unused.isEmpty()) {
      throw new IllegalArgumentException("lowerings for opcodes that are not defined: " + unused);
    }
    return result;
  }
}
