package dev.joist.plugin.property;

import dev.joist.bytecode.OpcodeDescriptor;
import java.util.List;
import java.util.stream.Stream;

/** The opcodes of this plugin. */
public final class PropertyOpcodes {
  private PropertyOpcodes() {}

  public static List<OpcodeDescriptor> descriptors() {
    return Stream.of(AccessOpcodes.descriptors(), LiteralOpcodes.descriptors(), IterationOpcodes.descriptors(), ClassOpcodes.descriptors())
        .flatMap(List::stream).toList();
  }
}
