package dev.joist.plugin.call;

import dev.joist.bytecode.OpcodeDescriptor;
import java.util.List;
import java.util.stream.Stream;

/** The opcodes of this plugin. */
public final class CallOpcodes {
  private CallOpcodes() {}

  public static List<OpcodeDescriptor> descriptors() {
    return Stream.of(CallingOpcodes.descriptors(), ScopeOpcodes.descriptors(), FrameOpcodes.descriptors()).flatMap(List::stream).toList();
  }
}
