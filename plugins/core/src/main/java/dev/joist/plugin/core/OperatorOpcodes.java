package dev.joist.plugin.core;

import static dev.joist.bytecode.Effect.CALLS;
import static dev.joist.bytecode.Effect.PURE_ON_PRIMITIVES;
import static dev.joist.bytecode.Effect.THROWS;

import dev.joist.bytecode.Effect;
import dev.joist.bytecode.OpcodeDescriptor;
import dev.joist.spi.opcode.OpcodeDefinition;
import dev.joist.spi.opcode.OpcodeSemantics;
import java.util.List;
import java.util.Set;

/** JavaScript's unary and binary operators. */
final class OperatorOpcodes {
  private static final Set<Effect> OPERATOR = Set.of(THROWS, CALLS, PURE_ON_PRIMITIVES);

  private OperatorOpcodes() {}

  static List<OpcodeDefinition> definitions() {
    return List.of(
        binary("Add", "left + right", ArithmeticSemantics::add),
        binary("Sub", "left - right", ArithmeticSemantics::sub),
        binary("Mul", "left * right", ArithmeticSemantics::mul),
        binary("Div", "left / right", ArithmeticSemantics::div),
        binary("Rem", "left % right", ArithmeticSemantics::rem),
        binary("Exp", "left ** right", ArithmeticSemantics::exp),
        binary("BitAnd", "left & right", BitwiseSemantics::and),
        binary("BitOr", "left | right", BitwiseSemantics::or),
        binary("BitXor", "left ^ right", BitwiseSemantics::xor),
        binary("ShiftLeft", "left << right", BitwiseSemantics::shiftLeft),
        binary("ShiftRight", "left >> right", BitwiseSemantics::shiftRight),
        binary("ShiftRightUnsigned", "left >>> right", BitwiseSemantics::shiftRightUnsigned),
        unary("Neg", "-operand", ArithmeticSemantics::neg),
        unary("BitNot", "~operand", BitwiseSemantics::not),
        unary("Inc", "ToNumeric(operand) + 1", ArithmeticSemantics::inc),
        unary("Dec", "ToNumeric(operand) - 1", ArithmeticSemantics::dec),
        unary("ToNumeric", "a number or BigInt", ArithmeticSemantics::toNumeric),
        unary("ToNumber", "+operand", ArithmeticSemantics::toNumber),
        OpcodeDefinition.of("LogicalNot", "d result, u operand", Set.of(PURE_ON_PRIMITIVES), "!operand", ConversionSemantics::logicalNot),
        OpcodeDefinition.of("TypeOf", "d result, u operand", Set.of(PURE_ON_PRIMITIVES), "typeof operand", ConversionSemantics::typeOf),
        OpcodeDefinition.of("ToString", "d result, u operand", Set.of(THROWS, CALLS), "as in a template literal",
            ConversionSemantics::string),
        OpcodeDefinition.of("ToPropertyKey", "d result, u operand", Set.of(THROWS, CALLS), "a string or symbol; an int32 array index is kept",
            ConversionSemantics::propertyKey),
        OpcodeDefinition.of("UpdateKey", "d result, u object, u key, s:FEEDBACK", Set.of(THROWS, CALLS),
            "the key, an object converted, of object[key] to be read and then written; TypeError before that on undefined and null",
            ConversionSemantics::updateKey),
        OpcodeDefinition.of("ToObject", "d result, u operand", Set.of(THROWS), "wraps primitives; TypeError on undefined and null",
            ConversionSemantics::object),
        binary("Eq", "left == right", ComparisonSemantics::eqOperator),
        binary("NotEq", "left != right", ComparisonSemantics::notEqOperator),
        binary("StrictEq", "left === right", ComparisonSemantics::strictEqOperator),
        binary("StrictNotEq", "left !== right", ComparisonSemantics::strictNotEqOperator),
        binary("LessThan", "left < right", ComparisonSemantics::lessOperator),
        binary("LessEqual", "left <= right", ComparisonSemantics::lessEqualOperator),
        binary("GreaterThan", "left > right", ComparisonSemantics::greaterOperator),
        binary("GreaterEqual", "left >= right", ComparisonSemantics::greaterEqualOperator),
        OpcodeDefinition.of("InstanceOf", "d result, u value, u constructor, s:PROPERTY", Set.of(THROWS, CALLS), "value instanceof constructor",
            ConversionSemantics::instanceOf),
        OpcodeDefinition.of("In", "d result, u key, u object", Set.of(THROWS, CALLS), "key in object", ConversionSemantics::in));
  }

  private static OpcodeDefinition binary(String name, String summary, OpcodeSemantics semantics) {
    return OpcodeDefinition.of(OpcodeDescriptor.of(name, "d result, u left, u right, s:FEEDBACK", OPERATOR, summary), semantics);
  }

  private static OpcodeDefinition unary(String name, String summary, OpcodeSemantics semantics) {
    return OpcodeDefinition.of(OpcodeDescriptor.of(name, "d result, u operand, s:FEEDBACK", OPERATOR, summary), semantics);
  }
}
