package dev.joist.plugin.core;

import dev.joist.bytecode.OpcodeDescriptor;
import java.util.List;
import java.util.Set;

/** Constants and moves. */
final class ConstantOpcodes {
  private ConstantOpcodes() {}

  static List<OpcodeDescriptor> descriptors() {
    return List.of(
        op("LoadConst", "d result, k:LITERAL constant", "number or string constant"),
        op("LoadUndefined", "d result", "undefined"),
        op("LoadNull", "d result", "null"),
        op("LoadTrue", "d result", "true"),
        op("LoadFalse", "d result", "false"),
        op("LoadHole", "d result", "the hole: an uninitialised binding"),
        op("LoadInt8", "d result, i8 number", "small integer"),
        op("LoadInt32", "d result, i32 number", "integer"),
        op("Move", "d result, u source", "copy of a register"));
  }

  private static OpcodeDescriptor op(String name, String signature, String summary) {
    return OpcodeDescriptor.of(name, signature, Set.of(), summary);
  }
}
