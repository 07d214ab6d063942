package dev.joist.bytecode;

import java.util.List;
import java.util.Set;

/** A few opcodes, enough to build any shape of function. */
public final class TestOpcodes {
  private TestOpcodes() {}

  public static final OpcodeTable TABLE = new OpcodeTable(List.of(
      op("Nop", "", Set.of()),
      op("Load", "d result, i8 value", Set.of()),
      op("LoadWide", "d result, i32 value", Set.of()),
      op("LoadConst", "d result, k:LITERAL constant", Set.of()),
      op("Closure", "d result, k:FUNCTION template", Set.of()),
      op("Keys", "d result, k:KEYS keys", Set.of()),
      op("Strings", "k:TEMPLATE_STRINGS strings", Set.of()),
      op("Declare", "k:GLOBAL_DECLARATIONS declarations", Set.of(Effect.THROWS)),
      op("Move", "d result, u source", Set.of()),
      op("Add", "d result, u left, u right, s:FEEDBACK", Set.of(Effect.THROWS, Effect.CALLS)),
      op("Increment", "x value", Set.of()),
      op("Array", "d result, r values, n count", Set.of(Effect.THROWS)),
      op("Slot", "d result, h slot", Set.of()),
      op("Get", "d result, u object, k:NAME name, s:PROPERTY", Set.of(Effect.THROWS, Effect.CALLS)),
      op("Jump", "L target", Set.of(Effect.TERMINATES)),
      op("JumpIf", "u condition, L target", Set.of()),
      OpcodeDescriptor.of("Call", "d result, w window, n argc, s:CALL", Set.of(Effect.THROWS, Effect.CALLS, Effect.SWITCHES_FRAME),
          WindowUse.CALLEE, ""),
      OpcodeDescriptor.of("CallMethod", "d result, w window, n argc, s:CALL", Set.of(Effect.THROWS, Effect.CALLS, Effect.SWITCHES_FRAME),
          WindowUse.CALLEE_AND_THIS, ""),
      op("Return", "u value", Set.of(Effect.TERMINATES)),
      op("Throw", "u value", Set.of(Effect.THROWS, Effect.TERMINATES)),
      op("LoadException", "d result", Set.of())));

  private static OpcodeDescriptor op(String name, String signature, Set<Effect> effects) {
    return OpcodeDescriptor.of(name, signature, effects, "");
  }
}
