package dev.joist.plugin.call;

import static dev.joist.bytecode.Effect.CALLS;
import static dev.joist.bytecode.Effect.SUSPENDS;
import static dev.joist.bytecode.Effect.SWITCHES_FRAME;
import static dev.joist.bytecode.Effect.THROWS;

import dev.joist.spi.opcode.OpcodeDefinition;
import java.util.List;
import java.util.Set;

/** What a function asks of its own activation: callee, arguments, this; generators. */
final class FrameOpcodes {
  private FrameOpcodes() {}

  static List<OpcodeDefinition> definitions() {
    return List.of(
        OpcodeDefinition.of("LoadCallee", "d result", Set.of(), "the active function", FrameSemantics::loadCallee),
        OpcodeDefinition.of("LoadNewTarget", "d result", Set.of(), "new.target; undefined in a call", FrameSemantics::loadNewTarget),
        OpcodeDefinition.of("LoadHomeObject", "d result", Set.of(), "the active function's home object, for `super`",
            FrameSemantics::loadHomeObject),
        OpcodeDefinition.of("LoadPrototype", "d result, u object", Set.of(THROWS), "where `super` looks from a home object; what super() calls in a constructor",
            FrameSemantics::loadPrototype),
        OpcodeDefinition.of("CreateArguments", "d result, n restricted", Set.of(THROWS),
            "arguments object, not mapped; its callee is the active function, or throws if restricted (1)", FrameSemantics::createArguments),
        OpcodeDefinition.of("MapArguments", "u arguments, u scope, n count", Set.of(THROWS),
            "the scope's first slots, as many as the count says, are the first elements now", FrameSemantics::mapArguments),
        OpcodeDefinition.of("CreateRest", "d result, n from", Set.of(THROWS), "array of the arguments from this index on",
            FrameSemantics::createRest),
        OpcodeDefinition.of("CoerceThis", "x this", Set.of(THROWS),
            "sloppy functions: undefined and null become the global object, primitives are wrapped", FrameSemantics::coerceThis),
        OpcodeDefinition.of("CheckThis", "u this", Set.of(THROWS), "derived constructors: ReferenceError when hole",
            FrameSemantics::checkThis),
        OpcodeDefinition.of("CheckConstructResult", "d result, u value, u this", Set.of(THROWS),
            "derived constructors: the value when an object, `this` when undefined, else an error", FrameSemantics::checkConstructResult),
        OpcodeDefinition.of("CreateGenerator", "", Set.of(THROWS, CALLS, SWITCHES_FRAME, SUSPENDS),
            "makes a generator of a copy of the frame and returns it; the first resume continues after it", FrameSemantics::createGenerator),
        OpcodeDefinition.of("Yield", "d sent, d mode, u value", Set.of(THROWS, CALLS, SWITCHES_FRAME, SUSPENDS),
            "leaves the generator; on resume: value sent, mode (0 next, 1 throw, 2 return)", FrameSemantics::yield),
        OpcodeDefinition.of("YieldResult", "d sent, d mode, u result", Set.of(THROWS, CALLS, SWITCHES_FRAME, SUSPENDS),
            "as Yield, with a result object of an inner iterator", FrameSemantics::yieldResult),
        OpcodeDefinition.of("StartAsync", "", Set.of(THROWS, CALLS, SWITCHES_FRAME, SUSPENDS),
            "runs the rest of an async function as a copy of the frame, up to its first await, and returns a promise", FrameSemantics::startAsync),
        OpcodeDefinition.of("Await", "d settled, d mode, u value", Set.of(THROWS, CALLS, SWITCHES_FRAME, SUSPENDS),
            "leaves the async function; on resume: what became of the value, mode (0 fulfilled, 1 rejected)", FrameSemantics::await));
  }
}
