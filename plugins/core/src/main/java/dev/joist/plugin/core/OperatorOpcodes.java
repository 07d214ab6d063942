package dev.joist.plugin.core;

import static dev.joist.bytecode.Effect.CALLS;
import static dev.joist.bytecode.Effect.PURE_ON_PRIMITIVES;
import static dev.joist.bytecode.Effect.THROWS;

import dev.joist.bytecode.Effect;
import dev.joist.bytecode.OpcodeDescriptor;
import java.util.List;
import java.util.Set;

/** JavaScript's unary and binary operators. */
final class OperatorOpcodes {
  private static final Set<Effect> OPERATOR = Set.of(THROWS, CALLS, PURE_ON_PRIMITIVES);

  private OperatorOpcodes() {}

  static List<OpcodeDescriptor> descriptors() {
    return List.of(
        binary("Add", "left + right"),
        binary("Sub", "left - right"),
        binary("Mul", "left * right"),
        binary("Div", "left / right"),
        binary("Rem", "left % right"),
        binary("Exp", "left ** right"),
        binary("BitAnd", "left & right"),
        binary("BitOr", "left | right"),
        binary("BitXor", "left ^ right"),
        binary("ShiftLeft", "left << right"),
        binary("ShiftRight", "left >> right"),
        binary("ShiftRightUnsigned", "left >>> right"),
        unary("Neg", "-operand"),
        unary("BitNot", "~operand"),
        unary("Inc", "ToNumeric(operand) + 1"),
        unary("Dec", "ToNumeric(operand) - 1"),
        unary("ToNumeric", "a number or BigInt"),
        unary("ToNumber", "+operand"),
        OpcodeDescriptor.of("LogicalNot", "d result, u operand", Set.of(PURE_ON_PRIMITIVES), "!operand"),
        OpcodeDescriptor.of("TypeOf", "d result, u operand", Set.of(PURE_ON_PRIMITIVES), "typeof operand"),
        OpcodeDescriptor.of("ToString", "d result, u operand", Set.of(THROWS, CALLS), "as in a template literal"),
        OpcodeDescriptor.of("ToPropertyKey", "d result, u operand", Set.of(THROWS, CALLS), "a string or symbol; an int32 array index is kept"),
        OpcodeDescriptor.of("ToObject", "d result, u operand", Set.of(THROWS), "wraps primitives; TypeError on undefined and null"),
        binary("Eq", "left == right"),
        binary("NotEq", "left != right"),
        binary("StrictEq", "left === right"),
        binary("StrictNotEq", "left !== right"),
        binary("LessThan", "left < right"),
        binary("LessEqual", "left <= right"),
        binary("GreaterThan", "left > right"),
        binary("GreaterEqual", "left >= right"),
        OpcodeDescriptor.of("InstanceOf", "d result, u value, u constructor", Set.of(THROWS, CALLS), "value instanceof constructor"),
        OpcodeDescriptor.of("In", "d result, u key, u object", Set.of(THROWS, CALLS), "key in object"));
  }

  private static OpcodeDescriptor binary(String name, String summary) {
    return OpcodeDescriptor.of(name, "d result, u left, u right, s:FEEDBACK", OPERATOR, summary);
  }

  private static OpcodeDescriptor unary(String name, String summary) {
    return OpcodeDescriptor.of(name, "d result, u operand, s:FEEDBACK", OPERATOR, summary);
  }
}
