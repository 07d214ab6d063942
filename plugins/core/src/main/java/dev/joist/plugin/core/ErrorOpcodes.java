package dev.joist.plugin.core;

import static dev.joist.bytecode.Effect.TERMINATES;
import static dev.joist.bytecode.Effect.THROWS;

import dev.joist.bytecode.OpcodeDescriptor;
import dev.joist.spi.opcode.OpcodeDefinition;
import dev.joist.spi.opcode.OpcodeSemantics;
import java.util.List;
import java.util.Set;

/** Throwing, catching, and the checks that throw. */
final class ErrorOpcodes {
  private ErrorOpcodes() {}

  static List<OpcodeDefinition> definitions() {
    return List.of(
        OpcodeDefinition.of("CheckHole", "u value, k:NAME name", Set.of(THROWS), "ReferenceError: Cannot access 'name' before initialization",
            ErrorSemantics::checkHole),
        thrower("ThrowConstAssign", "k:NAME name", "TypeError: Assignment to constant variable.", ErrorSemantics::throwConstAssign),
        thrower("ThrowError", "n type, k:NAME message", "type: 0 Error, 1 TypeError, 2 ReferenceError, 3 SyntaxError, 4 RangeError",
            ErrorSemantics::throwError),
        thrower("Throw", "u value", "throws any value", ErrorSemantics::throwValue),
        OpcodeDefinition.of("LoadException", "d result", Set.of(), "takes the pending exception; first instruction of a handler",
            ErrorSemantics::loadException));
  }

  private static OpcodeDefinition thrower(String name, String signature, String summary, OpcodeSemantics semantics) {
    return OpcodeDefinition.of(OpcodeDescriptor.of(name, signature, Set.of(THROWS, TERMINATES), summary), semantics);
  }
}
