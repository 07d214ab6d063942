package dev.joist.conformance.fuzz;

import java.util.List;

/** Opcodes that random functions choose from, by shape, and the values on which they have their edges. */
final class Operators {
  static final List<String> BINARY = List.of("Sub", "Mul", "Div", "Rem", "Exp", "BitAnd", "BitOr", "BitXor", "ShiftLeft", "ShiftRight",
      "ShiftRightUnsigned", "Eq", "NotEq", "StrictEq", "StrictNotEq", "LessThan", "LessEqual", "GreaterThan", "GreaterEqual");
  /** Without those that give booleans, and with addition: of numbers they give numbers. */
  static final List<String> NUMERIC = List.of("Add", "Sub", "Mul", "Add", "Sub", "Mul", "Div", "Rem", "BitAnd", "BitOr", "BitXor", "ShiftLeft",
      "ShiftRight", "ShiftRightUnsigned");
  static final List<String> UNARY = List.of("Neg", "BitNot", "Inc", "Dec", "ToNumeric", "ToNumber", "LogicalNot", "TypeOf", "ToString");
  static final List<String> NUMERIC_UNARY = List.of("Neg", "BitNot", "Inc", "Dec");
  static final List<String> TESTS = List.of("JumpIfTrue", "JumpIfFalse", "JumpIfNullish", "JumpIfNotNullish", "JumpIfUndefined", "JumpIfNotUndefined");
  static final List<String> COMPARING = List.of("JumpIfEq", "JumpIfNotEq", "JumpIfStrictEq", "JumpIfStrictNotEq", "JumpIfLess", "JumpIfNotLess",
      "JumpIfLessEqual", "JumpIfNotLessEqual", "JumpIfGreater", "JumpIfNotGreater", "JumpIfGreaterEqual", "JumpIfNotGreaterEqual");

  static final List<String> NAMES = List.of("a", "b", "c", "d", "length", "valueOf", "toString", "prototype", "name");
  /** Those that may be assigned to: a length might be too long to be shown. */
  static final List<String> ASSIGNED = List.of("a", "b", "c", "d", "e", "valueOf");
  static final int[] INTEGERS = {0, 1, -1, 2, 7, 31, 32, 33, 255, 65535, 65536, 46341, -46341, Integer.MAX_VALUE, Integer.MIN_VALUE, 1 << 30, -(1 << 30)};
  static final double[] DOUBLES = {0.5, -0.0, -0.5, 1e300, -1e-300, 5e-324, 4294967295.0, 4294967296.0, 2147483648.0, -2147483649.0, 9007199254740993.0,
      9223372036854775808.0, 1.8446744073709552e19, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 3.0};
  static final List<String> STRINGS = List.of("", "x", "12", " 7 ", "NaN", "length", "0x10", "a", "1", "\u00e9", "\ud83d\ude00");
  /** Keys of elements that are no small integers; none of them makes an array long. */
  static final double[] ODD_KEYS = {-1, 0.5, -0.0, 4294967295.0, 4294967296.0, Double.NaN, 40};

  private Operators() {}
}
