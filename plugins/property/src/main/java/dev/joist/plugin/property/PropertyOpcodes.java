package dev.joist.plugin.property;

import dev.joist.bytecode.OpcodeDescriptor;
import dev.joist.spi.opcode.OpcodeDefinition;
import java.util.List;
import java.util.stream.Stream;

/** The opcodes of this plugin. */
public final class PropertyOpcodes {
  private PropertyOpcodes() {}

  public static List<OpcodeDescriptor> descriptors() {
    return definitions().stream().map(OpcodeDefinition::descriptor).toList();
  }

  static List<OpcodeDefinition> definitions() {
    return Stream.of(AccessOpcodes.definitions(), LiteralOpcodes.definitions(), IterationOpcodes.definitions(), ClassOpcodes.definitions())
        .flatMap(List::stream).toList();
  }
}
