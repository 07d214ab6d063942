package dev.joist.plugin.core;

import static dev.joist.bytecode.Effect.CALLS;
import static dev.joist.bytecode.Effect.PURE_ON_PRIMITIVES;
import static dev.joist.bytecode.Effect.SAFEPOINT;
import static dev.joist.bytecode.Effect.SWITCHES_FRAME;
import static dev.joist.bytecode.Effect.TERMINATES;
import static dev.joist.bytecode.Effect.THROWS;

import dev.joist.bytecode.OpcodeDescriptor;
import java.util.List;
import java.util.Set;

/** Control flow within a function. */
final class JumpOpcodes {
  private JumpOpcodes() {}

  static List<OpcodeDescriptor> descriptors() {
    return List.of(
        OpcodeDescriptor.of("Jump", "L target", Set.of(TERMINATES), "forward or backward without a poll; for loops use JumpLoop"),
        OpcodeDescriptor.of("JumpLoop", "L target, s:LOOP", Set.of(TERMINATES, SAFEPOINT, THROWS, SWITCHES_FRAME),
            "back-edge: polls the safepoint, counts, may enter compiled code (OSR) at the target"),
        test("JumpIfTrue", "when truthy"),
        test("JumpIfFalse", "when falsy"),
        test("JumpIfNullish", "when undefined or null"),
        test("JumpIfNotNullish", "when neither undefined nor null"),
        test("JumpIfUndefined", "when undefined"),
        test("JumpIfNotUndefined", "when not undefined"),
        test("JumpIfHole", "when the hole"),
        compare("JumpIfEq", "when left == right"),
        compare("JumpIfNotEq", "when left != right"),
        compare("JumpIfStrictEq", "when left === right"),
        compare("JumpIfStrictNotEq", "when left !== right"),
        compare("JumpIfLess", "when left < right"),
        compare("JumpIfNotLess", "when not left < right: also for NaN"),
        compare("JumpIfLessEqual", "when left <= right"),
        compare("JumpIfNotLessEqual", "when not left <= right: also for NaN"),
        compare("JumpIfGreater", "when left > right"),
        compare("JumpIfNotGreater", "when not left > right: also for NaN"),
        compare("JumpIfGreaterEqual", "when left >= right"),
        compare("JumpIfNotGreaterEqual", "when not left >= right: also for NaN"));
  }

  private static OpcodeDescriptor test(String name, String summary) {
    return OpcodeDescriptor.of(name, "u operand, L target", Set.of(PURE_ON_PRIMITIVES), summary);
  }

  private static OpcodeDescriptor compare(String name, String summary) {
    return OpcodeDescriptor.of(name, "u left, u right, L target, s:FEEDBACK", Set.of(THROWS, CALLS, PURE_ON_PRIMITIVES), summary);
  }
}
