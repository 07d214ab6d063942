package dev.joist.plugin.core;

import dev.joist.bytecode.OpcodeDescriptor;
import java.util.List;
import java.util.stream.Stream;

/** The opcodes of this plugin. */
public final class CoreOpcodes {
  private CoreOpcodes() {}

  public static List<OpcodeDescriptor> descriptors() {
    return Stream.of(ConstantOpcodes.descriptors(), OperatorOpcodes.descriptors(), JumpOpcodes.descriptors(), GlobalOpcodes.descriptors(),
        ErrorOpcodes.descriptors()).flatMap(List::stream).toList();
  }
}
