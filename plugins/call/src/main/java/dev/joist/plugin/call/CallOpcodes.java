package dev.joist.plugin.call;

import dev.joist.bytecode.OpcodeDescriptor;
import dev.joist.spi.opcode.OpcodeDefinition;
import java.util.List;
import java.util.stream.Stream;

/** The opcodes of this plugin. */
public final class CallOpcodes {
  private CallOpcodes() {}

  public static List<OpcodeDescriptor> descriptors() {
    return definitions().stream().map(OpcodeDefinition::descriptor).toList();
  }

  static List<OpcodeDefinition> definitions() {
    return Stream.of(CallingOpcodes.definitions(), ScopeOpcodes.definitions(), FrameOpcodes.definitions())
        .flatMap(List::stream).toList();
  }
}
