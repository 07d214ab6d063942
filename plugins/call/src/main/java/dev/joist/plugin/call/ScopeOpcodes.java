package dev.joist.plugin.call;

import static dev.joist.bytecode.Effect.CALLS;
import static dev.joist.bytecode.Effect.THROWS;

import dev.joist.spi.opcode.OpcodeDefinition;
import dev.joist.spi.opcode.OpcodeSemantics;
import java.util.List;
import java.util.Set;

/** Closures and the scopes they capture. */
final class ScopeOpcodes {
  private ScopeOpcodes() {}

  static List<OpcodeDefinition> definitions() {
    return List.of(
        allocates("CreateClosure", "d result, k:FUNCTION template, u scope", "scope: a scope or undefined",
            ScopeSemantics::createClosure),
        OpcodeDefinition.of("DirectEval", "d result, u callee, u source, u scope, k:LITERAL context", Set.of(THROWS, CALLS),
            "runs a text in a scope, which the front end has described; the hole when the callee is not eval itself", ScopeSemantics::directEval),
        allocates("CreateEvalVariables", "d result", "an object without prototype for the variables that a direct eval declares",
            ScopeSemantics::createEvalVariables),
        pure("LoadFunctionScope", "d result", "the active function's scope (undefined when none)", ScopeSemantics::loadFunctionScope),
        allocates("CreateScope", "d result, u parent, h slots", "parent scope (or undefined), number of slots (all hole)",
            ScopeSemantics::createScope),
        allocates("CopyScope", "d result, u scope", "fresh copy of a scope (per-iteration bindings)", ScopeSemantics::copyScope),
        pure("LoadScoped", "d result, u scope, n hops, h slot", "a captured variable", ScopeSemantics::loadScoped),
        pure("StoreScoped", "u scope, n hops, h slot, u value", "a captured variable = value", ScopeSemantics::storeScoped));
  }

  private static OpcodeDefinition allocates(String name, String signature, String summary, OpcodeSemantics semantics) {
    return OpcodeDefinition.of(name, signature, Set.of(THROWS), summary, semantics);
  }

  private static OpcodeDefinition pure(String name, String signature, String summary, OpcodeSemantics semantics) {
    return OpcodeDefinition.of(name, signature, Set.of(), summary, semantics);
  }
}
