package dev.joist.plugin.call;

import static dev.joist.bytecode.Effect.THROWS;

import dev.joist.bytecode.OpcodeDescriptor;
import java.util.List;
import java.util.Set;

/** Closures and the scopes they capture. */
final class ScopeOpcodes {
  private ScopeOpcodes() {}

  static List<OpcodeDescriptor> descriptors() {
    return List.of(
        allocates("CreateClosure", "d result, k:FUNCTION template, u scope", "scope: a scope or undefined"),
        pure("LoadFunctionScope", "d result", "the active function's scope (undefined when none)"),
        allocates("CreateScope", "d result, u parent, h slots", "parent scope (or undefined), number of slots (all hole)"),
        allocates("CopyScope", "d result, u scope", "fresh copy of a scope (per-iteration bindings)"),
        pure("LoadScoped", "d result, u scope, n hops, h slot", "a captured variable"),
        pure("StoreScoped", "u scope, n hops, h slot, u value", "a captured variable = value"));
  }

  private static OpcodeDescriptor allocates(String name, String signature, String summary) {
    return OpcodeDescriptor.of(name, signature, Set.of(THROWS), summary);
  }

  private static OpcodeDescriptor pure(String name, String signature, String summary) {
    return OpcodeDescriptor.of(name, signature, Set.of(), summary);
  }
}
