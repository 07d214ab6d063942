package dev.joist.conformance.fuzz;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Makes JavaScript programs that end and print what they compute. They call their functions often enough to be compiled; only functions made before are
 * called, and loops are counted.
 */
public final class RandomScripts {
  private static final List<String> BINARY = List.of("+", "-", "*", "/", "%", "&", "|", "^", "<<", ">>", ">>>", "<", "<=", ">", ">=", "==", "!=", "===",
      "!==", "&&", "||", "??");
  private static final List<String> UNARY = List.of("-", "+", "~", "!", "typeof ", "void ");
  private static final List<String> ASSIGNMENT = List.of("=", "-=", "*=", "|=", "^=", "&=", ">>=", "=", "=");
  private static final List<String> LITERALS = List.of("0", "1", "-1", "2", "7", "0.5", "-0", "2147483647", "-2147483648", "4294967296", "1e21", "NaN",
      "Infinity", "true", "false", "null", "undefined", "''", "'x'", "'12'", "'length'");
  private static final List<String> NAMES = List.of("a", "b", "c", "length");
  private static final int DEEPEST = 3;

  private final RandomGenerator random;
  private final StringBuilder out = new StringBuilder();
  private int functions;
  private int variables;
  private int loops;
  private int budget;

  private RandomScripts(RandomGenerator random) {
    this.random = random;
  }

  /** A new program: the same for the same random numbers. */
  public static String make(RandomGenerator random) {
    return new RandomScripts(random).program();
  }

  private String program() {
    out.append("""
        function show(v, depth) {
          if (Array.isArray(v)) return depth > 3 ? '[...]' : '[' + v.map(x => show(x, depth + 1)).join() + ']';
          if (typeof v === 'object' && v !== null) {
            return depth > 3 ? '{...}' : '{' + Object.keys(v).map(k => k + ':' + show(v[k], depth + 1)).join() + '}';
          }
          return typeof v === 'function' ? 'function' : Object.is(v, -0) ? '-0' : typeof v === 'string' ? JSON.stringify(v.slice(0, 99)) : String(v);
        }
        function cut(v) { return typeof v === 'string' ? v.slice(0, 20) : typeof v === 'object' ? '' + (v === null) : v; }
        var shared = 0;
        """);
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      function();
    }
    for (int i = 0; i < count; i++) {
      out.append("for (var i = 0; i < 12; i++) try { console.log(show(f").append(i).append("(i, i * 0.5, 's', [i, i]), 0)); } ")
          .append("catch (e) { console.log('threw ' + (e instanceof Error ? e.name : show(e, 0))); }\n");
    }
    return out.append("console.log(show(shared, 0));\n").toString();
  }

  private <T> T any(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private void function() {
    variables = 4;
    loops = 0;
    budget = 8 + random.nextInt(16);
    out.append("function f").append(functions).append("(v0, v1, v2, v3) {\n  ").append(random.nextInt(4) == 0 ? "'use strict';\n  " : "");
    block(1);
    out.append("  return [v0, v1, v2, v3];\n}\n");
    functions++;
  }

  private void indent(int depth) {
    out.append("  ".repeat(depth));
  }

  private void block(int depth) {
    int statements = 1 + random.nextInt(5);
    int visible = variables;
    for (int i = 0; i < statements && budget > 0; i++) {
      statement(depth);
    }
    variables = visible;
  }

  private String variable() {
    return "v" + random.nextInt(variables);
  }

  private void statement(int depth) {
    budget--;
    indent(depth);
    switch (random.nextInt(depth < DEEPEST ? 14 : 8)) {
      case 0 -> {
        String value = expression(0);
        out.append(random.nextBoolean() ? "let" : "const").append(" w").append(depth).append('_').append(budget).append(" = ").append(value)
            .append(";\n");
      }
      case 1, 2, 3 -> out.append(variable()).append(' ').append(any(ASSIGNMENT)).append(' ').append(expression(0)).append(";\n");
      case 4 -> out.append(variable()).append(random.nextBoolean() ? "++;\n" : "--;\n");
      case 5 -> out.append("try { ").append(target()).append(" = ").append(expression(1)).append("; } catch { ").append(variable()).append(" = 1; }\n");
      case 6 -> out.append("shared = ").append(expression(1)).append(";\n");
      case 7 -> out.append(variable()).append(" = ").append(expression(0)).append(";\n");
      case 8, 9 -> {
        out.append("if (").append(expression(1)).append(") {\n");
        block(depth + 1);
        indent(depth);
        if (random.nextBoolean()) {
          out.append("} else {\n");
          block(depth + 1);
          indent(depth);
        }
        out.append("}\n");
      }
      case 10, 11 -> {
        String counter = "n" + loops++;
        out.append("for (let ").append(counter).append(" = 0; ").append(counter).append(" < ").append(random.nextInt(8)).append("; ").append(counter)
            .append("++) {\n");
        block(depth + 1);
        if (random.nextInt(4) == 0) {
          indent(depth + 1);
          out.append("if (").append(expression(1)).append(") ").append(random.nextBoolean() ? "break" : "continue").append(";\n");
        }
        indent(depth);
        out.append("}\n");
      }
      case 12 -> {
        out.append("try {\n");
        block(depth + 1);
        indent(depth);
        out.append(random.nextBoolean() ? "} finally {\n" : "} catch (e) {\n");
        indent(depth + 1);
        out.append(variable()).append(" = ").append(expression(1)).append(";\n");
        indent(depth);
        out.append("}\n");
      }
      default -> out.append("if (").append(expression(1)).append(") throw ").append(expression(1)).append(";\n");
    }
  }

  private String target() {
    return random.nextBoolean() ? variable() + "." + any(NAMES.subList(0, 3)) : variable() + "[" + random.nextInt(6) + "]";
  }

  private String expression(int depth) {
    if (depth > 2) {
      return random.nextBoolean() ? variable() : literal();
    }
    return switch (random.nextInt(14)) {
      case 0, 1 -> variable();
      case 2 -> literal();
      case 3, 4, 5 -> binary(depth);
      case 6 -> "(" + any(UNARY) + expression(depth + 1) + ")";
      case 7 -> "(" + expression(depth + 1) + " ? " + expression(depth + 1) + " : " + expression(depth + 1) + ")";
      case 8 -> "[" + expression(depth + 1) + ", " + expression(depth + 1) + "]";
      case 9 -> "({ a: " + expression(depth + 1) + ", b: " + expression(depth + 1) + " })";
      case 10 -> "(" + variable() + " ?? 0)." + any(NAMES);
      case 11 -> "(" + variable() + " ?? [])[" + random.nextInt(4) + "]";
      case 12 -> functions == 0 ? variable() : "f" + random.nextInt(functions) + "(" + expression(depth + 1) + ", " + expression(depth + 1) + ")";
      default -> "((x) => " + binary(depth).replace("v0", "x") + ")(" + expression(depth + 1) + ")";
    };
  }

  /** Strings must not double again and again, so both operands of + are cut. */
  private String binary(int depth) {
    String operator = any(BINARY);
    String left = expression(depth + 1);
    String right = expression(depth + 1);
    if (operator.equals("+")) {
      return "(cut(" + left + ") + cut(" + right + "))";
    }
    if (operator.equals("??")) {
      return "((" + left + ") ?? (" + right + "))";
    }
    return "((" + left + ") " + operator + " (" + right + "))";
  }

  private String literal() {
    return "(" + any(LITERALS) + ")";
  }
}
