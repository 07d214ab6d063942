package dev.joist.plugin.core;

import static dev.joist.bytecode.Effect.CALLS;
import static dev.joist.bytecode.Effect.THROWS;

import dev.joist.bytecode.OpcodeDescriptor;
import java.util.List;
import java.util.Set;

/** Global variables. */
final class GlobalOpcodes {
  private GlobalOpcodes() {}

  static List<OpcodeDescriptor> descriptors() {
    return List.of(
        op("LoadGlobal", "d result, k:NAME name, s:GLOBAL", "ReferenceError when not defined or uninitialised"),
        op("TypeOfGlobal", "d result, k:NAME name, s:GLOBAL", "the global's value (not its type), or undefined when not defined; for typeof"),
        op("StoreGlobal", "k:NAME name, u value, s:GLOBAL", "strict code: ReferenceError when not defined; const: TypeError"),
        op("InitGlobal", "k:NAME name, u value", "initialises a top-level let, const or class"),
        op("DeclareGlobals", "k:GLOBAL_DECLARATIONS declarations", "vars, functions' names, lexicals; first instruction of a script"));
  }

  private static OpcodeDescriptor op(String name, String signature, String summary) {
    return OpcodeDescriptor.of(name, signature, Set.of(THROWS, CALLS), summary);
  }
}
