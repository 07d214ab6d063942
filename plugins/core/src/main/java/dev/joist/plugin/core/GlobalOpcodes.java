package dev.joist.plugin.core;

import static dev.joist.bytecode.Effect.CALLS;
import static dev.joist.bytecode.Effect.THROWS;

import dev.joist.bytecode.OpcodeDescriptor;
import dev.joist.spi.opcode.OpcodeDefinition;
import dev.joist.spi.opcode.OpcodeSemantics;
import java.util.List;
import java.util.Set;

/** Global variables. */
final class GlobalOpcodes {
  private GlobalOpcodes() {}

  static List<OpcodeDefinition> definitions() {
    return List.of(
        op("LoadGlobal", "d result, k:NAME name, s:GLOBAL", "ReferenceError when not defined or uninitialised", GlobalSemantics::load),
        op("TypeOfGlobal", "d result, k:NAME name, s:GLOBAL", "the global's value (not its type), or undefined when not defined; for typeof",
            GlobalSemantics::loadIfDefined),
        op("StoreGlobal", "k:NAME name, u value, s:GLOBAL", "strict code: ReferenceError when not defined; const: TypeError",
            GlobalSemantics::store),
        op("InitGlobal", "k:NAME name, u value", "initialises a top-level let, const or class", GlobalSemantics::init),
        op("DeclareGlobals", "k:GLOBAL_DECLARATIONS declarations", "vars, functions' names, lexicals; first instruction of a script",
            GlobalSemantics::declare),
        op("DeclareEvalGlobals", "k:GLOBAL_DECLARATIONS declarations", "vars and functions' names of sloppy eval code, which can be deleted",
            GlobalSemantics::declareForEval));
  }

  private static OpcodeDefinition op(String name, String signature, String summary, OpcodeSemantics semantics) {
    return OpcodeDefinition.of(OpcodeDescriptor.of(name, signature, Set.of(THROWS, CALLS), summary), semantics);
  }
}
