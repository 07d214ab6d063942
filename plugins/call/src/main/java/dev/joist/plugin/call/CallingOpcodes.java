package dev.joist.plugin.call;

import static dev.joist.bytecode.Effect.CALLS;
import static dev.joist.bytecode.Effect.SAFEPOINT;
import static dev.joist.bytecode.Effect.SWITCHES_FRAME;
import static dev.joist.bytecode.Effect.TERMINATES;
import static dev.joist.bytecode.Effect.THROWS;

import dev.joist.bytecode.Effect;
import dev.joist.bytecode.WindowUse;
import dev.joist.spi.opcode.OpcodeDefinition;
import java.util.List;
import java.util.Set;

/** Calls and returns. */
final class CallingOpcodes {
  private static final Set<Effect> CALL = Set.of(THROWS, CALLS, SAFEPOINT, SWITCHES_FRAME);
  private static final String WINDOW = "d result, w window, n argc, s:CALL";

  private CallingOpcodes() {}

  static List<OpcodeDefinition> definitions() {
    return List.of(
        OpcodeDefinition.of("Call", WINDOW, CALL, WindowUse.CALLEE, "`this` is undefined, set by the instruction",
            CallingSemantics::call),
        OpcodeDefinition.of("CallMethod", WINDOW, CALL, WindowUse.CALLEE_AND_THIS, "window with `this` in it",
            CallingSemantics::callMethod),
        OpcodeDefinition.of("Construct", WINDOW, CALL, WindowUse.CALLEE, "newTarget = callee; `this` is made by the instruction",
            CallingSemantics::construct),
        OpcodeDefinition.of("SuperCall", WINDOW, CALL, WindowUse.NONE,
            "callee slot is set by the instruction to the active function's prototype object, newTarget to the frame's own",
            CallingSemantics::superCall),
        OpcodeDefinition.of("CallSpread", "d result, u callee, u this, u arguments", CALL, "arguments in an array",
            CallingSemantics::callSpread),
        OpcodeDefinition.of("ConstructSpread", "d result, u callee, u newTarget, u arguments", CALL, "arguments in an array",
            CallingSemantics::constructSpread),
        OpcodeDefinition.of("SuperCallSpread", "d result, u arguments", CALL, "as SuperCall, arguments in an array",
            CallingSemantics::superCallSpread),
        OpcodeDefinition.of("SuperCallForward", "d result, s:CALL", CALL,
            "as SuperCall, with the frame's own arguments; first in a function without parameters, whose registers overwrite them",
            CallingSemantics::superCallForward),
        OpcodeDefinition.of("Return", "u value", Set.of(SWITCHES_FRAME, TERMINATES), "returns to the caller",
            CallingSemantics::returnValue));
  }
}
