package dev.joist.plugin.core;

import static dev.joist.bytecode.Effect.CALLS;
import static dev.joist.bytecode.Effect.PURE_ON_PRIMITIVES;
import static dev.joist.bytecode.Effect.SAFEPOINT;
import static dev.joist.bytecode.Effect.SWITCHES_FRAME;
import static dev.joist.bytecode.Effect.TERMINATES;
import static dev.joist.bytecode.Effect.THROWS;

import dev.joist.bytecode.OpcodeDescriptor;
import dev.joist.spi.opcode.OpcodeDefinition;
import dev.joist.spi.opcode.OpcodeSemantics;
import java.util.List;
import java.util.Set;

/** Control flow within a function. */
final class JumpOpcodes {
  private JumpOpcodes() {}

  static List<OpcodeDefinition> definitions() {
    return List.of(
        OpcodeDefinition.of("Jump", "L target", Set.of(TERMINATES), "forward or backward without a poll; for loops use JumpLoop",
            JumpSemantics::jump),
        OpcodeDefinition.of("JumpLoop", "L target, s:LOOP", Set.of(TERMINATES, SAFEPOINT, THROWS, SWITCHES_FRAME),
            "back-edge: polls the safepoint, counts, may enter compiled code (OSR) at the target", JumpSemantics::jumpLoop),
        test("JumpIfTrue", "when truthy", JumpSemantics::ifTrue),
        test("JumpIfFalse", "when falsy", JumpSemantics::ifFalse),
        test("JumpIfNullish", "when undefined or null", JumpSemantics::ifNullish),
        test("JumpIfNotNullish", "when neither undefined nor null", JumpSemantics::ifNotNullish),
        test("JumpIfUndefined", "when undefined", JumpSemantics::ifUndefined),
        test("JumpIfNotUndefined", "when not undefined", JumpSemantics::ifNotUndefined),
        test("JumpIfHole", "when the hole", JumpSemantics::ifHole),
        compare("JumpIfEq", "when left == right", JumpSemantics::ifEq),
        compare("JumpIfNotEq", "when left != right", JumpSemantics::ifNotEq),
        compare("JumpIfStrictEq", "when left === right", JumpSemantics::ifStrictEq),
        compare("JumpIfStrictNotEq", "when left !== right", JumpSemantics::ifStrictNotEq),
        compare("JumpIfLess", "when left < right", JumpSemantics::ifLess),
        compare("JumpIfNotLess", "when not left < right: also for NaN", JumpSemantics::ifNotLess),
        compare("JumpIfLessEqual", "when left <= right", JumpSemantics::ifLessEqual),
        compare("JumpIfNotLessEqual", "when not left <= right: also for NaN", JumpSemantics::ifNotLessEqual),
        compare("JumpIfGreater", "when left > right", JumpSemantics::ifGreater),
        compare("JumpIfNotGreater", "when not left > right: also for NaN", JumpSemantics::ifNotGreater),
        compare("JumpIfGreaterEqual", "when left >= right", JumpSemantics::ifGreaterEqual),
        compare("JumpIfNotGreaterEqual", "when not left >= right: also for NaN", JumpSemantics::ifNotGreaterEqual));
  }

  private static OpcodeDefinition test(String name, String summary, OpcodeSemantics semantics) {
    return OpcodeDefinition.of(OpcodeDescriptor.of(name, "u operand, L target", Set.of(PURE_ON_PRIMITIVES), summary), semantics);
  }

  private static OpcodeDefinition compare(String name, String summary, OpcodeSemantics semantics) {
    return OpcodeDefinition.of(OpcodeDescriptor.of(name, "u left, u right, L target, s:FEEDBACK",
            Set.of(THROWS, CALLS, PURE_ON_PRIMITIVES), summary), semantics);
  }
}
