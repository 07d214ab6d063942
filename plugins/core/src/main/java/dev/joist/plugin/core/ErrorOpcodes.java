package dev.joist.plugin.core;

import static dev.joist.bytecode.Effect.TERMINATES;
import static dev.joist.bytecode.Effect.THROWS;

import dev.joist.bytecode.OpcodeDescriptor;
import java.util.List;
import java.util.Set;

/** Throwing, catching, and the checks that throw. */
final class ErrorOpcodes {
  private ErrorOpcodes() {}

  static List<OpcodeDescriptor> descriptors() {
    return List.of(
        OpcodeDescriptor.of("CheckHole", "u value, k:NAME name", Set.of(THROWS), "ReferenceError: Cannot access 'name' before initialization"),
        thrower("ThrowConstAssign", "k:NAME name", "TypeError: Assignment to constant variable."),
        thrower("ThrowError", "n type, k:NAME message", "type: 0 Error, 1 TypeError, 2 ReferenceError, 3 SyntaxError, 4 RangeError"),
        thrower("Throw", "u value", "throws any value"),
        OpcodeDescriptor.of("LoadException", "d result", Set.of(), "takes the pending exception; first instruction of a handler"));
  }

  private static OpcodeDescriptor thrower(String name, String signature, String summary) {
    return OpcodeDescriptor.of(name, signature, Set.of(THROWS, TERMINATES), summary);
  }
}
