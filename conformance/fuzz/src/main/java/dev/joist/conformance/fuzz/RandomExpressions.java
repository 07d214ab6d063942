package dev.joist.conformance.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Makes expressions for {@link RandomScripts}: of the variables, functions and classes that are visible where they stand. */
final class RandomExpressions {
  private static final List<String> BINARY = List.of("+", "+", "-", "-", "*", "*", "/", "%", "&", "|", "^", "<<", ">>", ">>>", "<", "<=", ">", ">=", "==",
      "!=", "===", "!==", "&&", "||", "??", "**");
  private static final List<String> NUMERIC = List.of("+", "-", "*", "+", "-", "*", "/", "%", "&", "|", "^", "<<", ">>", ">>>");
  private static final List<String> UNARY = List.of("-", "+", "~", "!", "typeof ", "void ", "- -");
  private static final List<String> LITERALS = List.of("0", "1", "-1", "2", "3", "7", "31", "32", "0.5", "-0", "-0.5", "46341", "65536", "2147483647",
      "-2147483648", "2147483648", "4294967295", "4294967296", "9007199254740993", "1e21", "5e-324", "1e308", "NaN", "Infinity", "-Infinity", "true",
      "false", "null", "undefined", "''", "'x'", "'12'", "' 7 '", "'length'", "'\\u00e9\\ud83d\\ude00'");
  private static final List<String> NUMBERS = List.of("0", "1", "-1", "2", "3", "5", "31", "0.5", "-0", "0.1", "1.5", "1000", "46341", "65535", "0x7fffffff",
      "-0x80000000", "0x40000000", "4294967295", "1e9", "1e15", "1e300");
  private static final List<String> NAMES = List.of("a", "b", "c", "d", "length", "x");
  private static final List<String> MATH = List.of("abs", "floor", "ceil", "round", "trunc", "sign", "sqrt", "fround", "clz32");
  private static final List<String> MATH2 = List.of("min", "max", "imul", "pow", "atan2");
  private static final int DEEPEST = 2;

  private final RandomGenerator random;
  private final List<String> variables = new ArrayList<>();
  private final List<String> numbers = new ArrayList<>();
  private final List<String> functions = new ArrayList<>();
  private final List<String> classes = new ArrayList<>();
  private final List<String> generators = new ArrayList<>();

  RandomExpressions(RandomGenerator random) {
    this.random = random;
  }

  /** Variables that may be read and written, of any type. */
  List<String> variables() {
    return variables;
  }

  /** Variables that hold numbers, which only {@link #number} reads. */
  List<String> numbers() {
    return numbers;
  }

  /** Functions that may be called with any arguments. */
  List<String> functions() {
    return functions;
  }

  /** Classes whose instances have methods m and n and an accessor x. */
  List<String> classes() {
    return classes;
  }

  List<String> generators() {
    return generators;
  }

  <T> T any(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  String variable() {
    return any(variables);
  }

  String name() {
    return any(NAMES);
  }

  String literal() {
    return any(LITERALS);
  }

  String any() {
    return any(0);
  }

  /** A small one. */
  String simple() {
    return any(1);
  }

  private String any(int depth) {
    if (depth > DEEPEST) {
      return random.nextBoolean() ? variable() : "(" + literal() + ")";
    }
    return switch (random.nextInt(30)) {
      case 0, 1, 2 -> variable();
      case 3, 4 -> "(" + literal() + ")";
      case 5, 6, 7, 8, 9 -> binary(depth);
      case 10, 11 -> "(" + any(UNARY) + any(depth + 1) + ")";
      case 12 -> "(" + any(depth + 1) + " ? " + any(depth + 1) + " : " + any(depth + 1) + ")";
      case 13 -> "[" + flat(depth) + ", " + flat(depth) + "]";
      case 14 -> "({ " + property(depth) + ", " + property(depth) + " })";
      case 15, 16 -> variable() + "?." + any(NAMES);
      case 17, 18 -> "(" + variable() + " ?? [])[" + random.nextInt(4) + "]";
      case 19, 20, 21 -> functions.isEmpty() ? variable() : any(functions) + "(" + any(depth + 1) + ", " + any(depth + 1) + ")";
      case 22 -> "((x) => " + binary(depth) + ")(" + any(depth + 1) + ")";
      case 23 -> "`<${cut(" + any(depth + 1) + ")}>`";
      case 24 -> math(depth);
      case 25 -> construct(depth);
      case 26 -> text(depth);
      case 27 -> list(depth);
      case 28 -> generators.isEmpty() ? variable() : "[..." + any(generators) + "(" + any(depth + 1) + ")]";
      default -> "(" + variable() + " " + any(List.of("=", "+=", "-=", "*=", "&&=", "??=")) + " cut(" + any(depth + 1) + "))";
    };
  }

  /** What holds no object: for what would grow without bound otherwise. */
  String flat() {
    return flat(1);
  }

  private String flat(int depth) {
    return random.nextInt(3) == 0 ? literal() : "cut(" + any(depth + 1) + ")";
  }

  private String property(int depth) {
    return switch (random.nextInt(6)) {
      case 0 -> "get x() { return " + any(depth + 1) + "; }";
      case 1 -> "[" + literal() + "]: " + flat(depth);
      case 2 -> "...(" + variable() + ")";
      case 3 -> "m(y) { return [this.a, y]; }";
      default -> any(NAMES.subList(0, 4)) + ": " + flat(depth);
    };
  }

  /** Strings must not double again and again, so both operands of + are cut. */
  private String binary(int depth) {
    String operator = any(BINARY);
    String left = any(depth + 1);
    String right = any(depth + 1);
    return operator.equals("+") ? "(cut(" + left + ") + cut(" + right + "))" : "((" + left + ") " + operator + " (" + right + "))";
  }

  private String math(int depth) {
    return random.nextBoolean() ? "Math." + any(MATH) + "(" + any(depth + 1) + ")"
        : "Math." + any(MATH2) + "(" + any(depth + 1) + ", " + any(depth + 1) + ")";
  }

  private String construct(int depth) {
    if (classes.isEmpty()) {
      return "new Point(" + flat(depth) + ", " + flat(depth) + ")";
    }
    String made = "new " + any(classes) + "(" + flat(depth) + ")";
    return switch (random.nextInt(4)) {
      case 0 -> made + ".x";
      case 1 -> made + ".m(" + any(depth + 1) + ")";
      case 2 -> "(" + variable() + " instanceof " + any(classes) + ")";
      default -> "(" + made + ")";
    };
  }

  private String text(int depth) {
    String string = "String(cut(" + any(depth + 1) + "))";
    return string + switch (random.nextInt(6)) {
      case 0 -> ".charCodeAt(" + random.nextInt(3) + ")";
      case 1 -> ".slice(" + random.nextInt(-2, 3) + ")";
      case 2 -> "[" + random.nextInt(3) + "]";
      case 3 -> ".indexOf(" + literal() + ")";
      case 4 -> ".length";
      default -> ".split('').join('-')";
    };
  }

  private String list(int depth) {
    return "list(" + variable() + ")" + switch (random.nextInt(9)) {
      case 0 -> ".map((x, i) => cut(" + any(depth + 1) + ") + i)";
      case 1 -> ".filter(x => " + any(depth + 1) + ")";
      case 2 -> ".reduce((x, y) => cut(x) - cut(y), " + literal() + ")";
      case 3 -> ".slice(" + random.nextInt(-2, 3) + ")";
      case 4 -> ".indexOf(" + any(depth + 1) + ")";
      case 5 -> ".concat([" + flat(depth) + "]).slice(0, 9)";
      case 6 -> ".pop()";
      case 7 -> ".sort((x, y) => (cut(x) < cut(y)) - (cut(x) > cut(y)))";
      default -> ".length";
    };
  }

  /** Of numbers, which give a number. */
  String number(int depth) {
    if (depth > DEEPEST || random.nextInt(3) == 0) {
      return random.nextInt(3) == 0 ? "(" + any(NUMBERS) + ")" : any(numbers);
    }
    return switch (random.nextInt(12)) {
      case 0 -> "(" + any(List.of("-", "~", "+")) + number(depth + 1) + ")";
      case 1 -> "(" + number(depth + 1) + " " + any(List.of("<", "<=", ">", ">=", "===", "!==")) + " " + number(depth + 1) + " ? " + number(depth + 1)
          + " : " + number(depth + 1) + ")";
      case 2 -> "Math." + any(MATH) + "(" + number(depth + 1) + ")";
      case 3 -> "Math." + any(MATH2.subList(0, 3)) + "(" + number(depth + 1) + ", " + number(depth + 1) + ")";
      case 4 -> "(" + number(depth + 1) + " | 0)";
      default -> "(" + number(depth + 1) + " " + any(NUMERIC) + " " + number(depth + 1) + ")";
    };
  }
}
