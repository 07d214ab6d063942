package dev.joist.plugin.core;

import dev.joist.bytecode.OpcodeDescriptor;
import dev.joist.spi.opcode.OpcodeDefinition;
import java.util.List;
import java.util.stream.Stream;

/** The opcodes of this plugin. */
public final class CoreOpcodes {
  private CoreOpcodes() {}

  public static List<OpcodeDescriptor> descriptors() {
    return definitions().stream().map(OpcodeDefinition::descriptor).toList();
  }

  static List<OpcodeDefinition> definitions() {
    return Stream.of(ConstantOpcodes.definitions(), OperatorOpcodes.definitions(), JumpOpcodes.definitions(), GlobalOpcodes.definitions(),
        ErrorOpcodes.definitions()).flatMap(List::stream).toList();
  }
}
