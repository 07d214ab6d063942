package dev.joist.conformance.fuzz;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Makes JavaScript programs that end and print what they compute: loops are counted, and calls cost fuel. A statement takes whole lines, so that
 * programs can be made smaller line by line.
 */
public final class RandomScripts {
  private static final List<String> ASSIGNMENT = List.of("=", "=", "=", "-=", "*=", "/=", "%=", "|=", "^=", "&=", "<<=", ">>=", ">>>=", "&&=", "||=", "??=");
  /** Begins the names of numbers that must not be assigned to. */
  private static final String COUNTER = "k";
  private static final int DEEPEST = 3;
  private static final int LONG_LOOP = 50;

  private static final String PRELUDE = """
      function show(v, depth) {
        if (typeof v === 'function') return 'function';
        if (Object.is(v, -0)) return '-0';
        if (typeof v === 'string') return JSON.stringify(v.slice(0, 99));
        if (typeof v !== 'object' || v === null) return String(v);
        if (v instanceof Error) return v.stack;
        if (depth > 3) return '...';
        let text = Array.isArray(v) ? v.length + '[' : Object.getPrototypeOf(v)?.constructor?.name + '{';
        for (const key of Object.keys(v).slice(0, 20)) text += key + ':' + show(v[key], depth + 1) + ' ';
        return text + '}';
      }
      function cut(v) { return typeof v === 'string' ? v.slice(0, 20) : typeof v === 'object' ? '' + (v === null) : typeof v === 'function' ? 1 : v; }
      function list(v) { return Array.isArray(v) ? v : [v]; }
      function add(v, x) { if (Array.isArray(v) && v.length < 20) v.push(x); return v; }
      function Point(a, b) { this.a = a; if (b) this.b = b; }
      Point.prototype.sum = function () { return this.a + this.b; };
      var fuel = 0;
      function run(f, name) {
        for (let i = 0; i < 10; i++) {
          fuel = 30;
          try {
            console.log(name, i, show(i < 7 ? f(i, i + 1, 3, 1) : i < 9 ? f(i * 0.5, 's' + i, [i, i], null) : f({ a: i }, -0, [], i), 0));
          } catch (e) {
            console.log(name, i, 'throws', show(e, 0));
          }
        }
      }
      var g0 = 0, g1 = 1;
      """;

  private final RandomGenerator random;
  private final RandomExpressions expressions;
  private final StringBuilder out = new StringBuilder();
  private int names;
  private int budget;
  private int loops;
  private boolean inFunction;
  private boolean inGenerator;

  private RandomScripts(RandomGenerator random) {
    this.random = random;
    expressions = new RandomExpressions(random);
  }

  /** A new program: the same for the same random numbers. */
  public static String make(RandomGenerator random) {
    return new RandomScripts(random).program();
  }

  private String program() {
    out.append(PRELUDE);
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      switch (random.nextInt(5)) {
        case 0 -> declareClass(0);
        case 1 -> generator(0);
        default -> function(0, "f" + names++);
      }
    }
    function(0, "f" + names++);
    for (String name : expressions.functions()) {
      out.append("run(").append(name).append(", '").append(name).append("');\n");
    }
    for (String name : expressions.generators()) {
      out.append("run((v) => [...").append(name).append("(v)], '").append(name).append("');\n");
    }
    for (String name : expressions.classes()) {
      out.append("run((v, w) => [new ").append(name).append("(v), new ").append(name).append("(w).m(v)], '").append(name).append("');\n");
    }
    return out.append("console.log(show(g0, 0), show(g1, 0));\n").toString();
  }

  private boolean oneIn(int n) {
    return random.nextInt(n) == 0;
  }

  private String any() {
    return expressions.any();
  }

  private String variable() {
    return expressions.variable();
  }

  private void line(int depth, String text) {
    out.append("  ".repeat(depth)).append(text).append('\n');
  }

  private String fresh(String prefix) {
    return prefix + names++;
  }

  // Declarations

  /** Declares a function; inside, only its own variables and the globals are visible, or what its place sees as well. */
  private void function(int depth, String name) {
    line(depth, "function " + name + "(v0, v1, v2, v3) {");
    if (depth == 0 && oneIn(4)) {
      line(depth + 1, "'use strict';");
    }
    body(depth + 1, List.of("v0", "v1", "v2", "v3"), "return v0;");
    line(depth, "}");
    expressions.functions().add(name);
  }

  private void body(int depth, List<String> parameters, String noFuel) {
    line(depth, "if (--fuel < 0) " + noFuel);
    boolean outer = inFunction;
    int outerLoops = loops;
    int outerBudget = budget;
    List<String> seen = List.copyOf(expressions.variables());
    List<String> seenNumbers = List.copyOf(expressions.numbers());
    List<String> callable = List.copyOf(expressions.functions());
    inFunction = true;
    loops = 0;
    budget = depth == 1 ? 8 + random.nextInt(18) : 4;
    if (!outer) {
      expressions.variables().clear();
      expressions.variables().addAll(List.of("g0", "g1"));
    }
    expressions.variables().addAll(parameters);
    block(depth);
    line(depth, oneIn(3) ? "return " + any() + ";" : "return [" + String.join(", ", parameters) + "];");
    inFunction = outer;
    loops = outerLoops;
    budget = outerBudget;
    restore(expressions.variables(), seen);
    restore(expressions.numbers(), seenNumbers);
    restore(expressions.functions(), callable);
  }

  private static void restore(List<String> list, List<String> content) {
    list.clear();
    list.addAll(content);
  }

  private void generator(int depth) {
    String name = fresh("gen");
    line(depth, "function* " + name + "(v0, v1) {");
    boolean outer = inGenerator;
    inGenerator = true;
    body(depth + 1, List.of("v0", "v1"), "return;");
    inGenerator = outer;
    line(depth, "}");
    expressions.generators().add(name);
  }

  private void declareClass(int depth) {
    String name = fresh("C");
    boolean derived = !expressions.classes().isEmpty() && random.nextBoolean();
    String base = derived ? expressions.any(expressions.classes()) : oneIn(4) ? "Point" : "";
    // A variable, since programs share a global scope.
    line(depth, "var " + name + " = class " + name + (base.isEmpty() ? "" : " extends " + base) + " {");
    if (oneIn(2)) {
      line(depth + 1, expressions.any(List.of("a", "d", "#p")) + " = " + expressions.literal() + ";");
    }
    if (!derived || oneIn(2)) {
      line(depth + 1, "constructor(v0) {");
      line(depth + 2, "if (new.target === undefined) throw 1;");
      if (!base.isEmpty()) {
        line(depth + 2, "super(v0, " + expressions.literal() + ");");
      }
      line(depth + 2, "this." + expressions.any(List.of("a", "b", "c")) + " = v0;");
      if (oneIn(3)) {
        line(depth + 2, "if (v0) this.b = " + expressions.literal() + ";");
      }
      line(depth + 1, "}");
    }
    boolean outer = inGenerator;
    inGenerator = false;
    line(depth + 1, "m(v0) {");
    if (derived && oneIn(2)) {
      line(depth + 2, "g0 = super.m === undefined ? 0 : 1;");
    }
    body(depth + 2, List.of("v0"), "return this.a;");
    line(depth + 1, "}");
    line(depth + 1, "get x() { return this.a; }");
    line(depth + 1, "set x(v) { this.c = v; }");
    inGenerator = outer;
    line(depth, "};");
    expressions.classes().add(name);
  }

  // Statements

  private void block(int depth) {
    int statements = 1 + random.nextInt(depth == 1 ? 8 : 5);
    inScope(() -> {
      for (int i = 0; i < statements && budget > 0; i++) {
        statement(depth);
      }
    });
  }

  /** What is declared in between is not seen afterwards. */
  private void inScope(Runnable statements) {
    List<String> visible = List.copyOf(expressions.variables());
    List<String> visibleNumbers = List.copyOf(expressions.numbers());
    List<String> callable = List.copyOf(expressions.functions());
    statements.run();
    restore(expressions.variables(), visible);
    restore(expressions.numbers(), visibleNumbers);
    restore(expressions.functions(), callable);
  }

  private void statement(int depth) {
    budget--;
    switch (random.nextInt(depth <= DEEPEST ? 34 : 15)) {
      case 0, 1 -> declare(depth);
      case 2, 3, 4, 5 -> line(depth, variable() + " " + expressions.any(ASSIGNMENT) + " " + any() + ";");
      case 6 -> line(depth, variable() + (random.nextBoolean() ? "++;" : "--;"));
      case 7, 8, 9 -> line(depth, "try { " + target() + " = " + expressions.flat() + "; } catch { " + variable() + " = 1; }");
      case 10 -> line(depth, "add(" + variable() + ", " + expressions.flat() + ");");
      case 11 -> line(depth, "[" + variable() + ", " + variable() + "] = [" + any() + ", " + expressions.simple() + "];");
      case 12 -> line(depth, variable() + " = delete Object(" + variable() + ")." + expressions.any(List.of("a", "b", "c")) + ";");
      case 13 -> line(depth, inGenerator ? variable() + " = yield " + expressions.simple() + ";" : variable() + " = " + any() + ";");
      case 14 -> line(depth, variable() + " = " + any() + ";");
      case 15, 16, 17 -> condition(depth);
      case 18, 19, 20 -> loop(depth);
      case 21, 22 -> numbers(depth);
      case 23 -> over(depth);
      case 24, 25 -> attempt(depth);
      case 26 -> line(depth, "if (" + expressions.simple() + ") throw " + expressions.simple() + ";");
      case 27, 28 -> select(depth);
      case 29 -> closure(depth);
      case 30 -> shapes(depth);
      case 31 -> labelled(depth);
      case 32 -> line(depth, inGenerator ? "yield* [" + any() + "];" : "if (" + expressions.simple() + ") return " + any() + ";");
      default -> nested(depth);
    }
  }

  private void declare(int depth) {
    String name = fresh("w");
    if (random.nextBoolean()) {
      line(depth, "const " + name + " = " + any() + ";");
    } else {
      line(depth, "let " + name + " = " + any() + ";");
      expressions.variables().add(name);
    }
  }

  private String target() {
    return switch (random.nextInt(4)) {
      case 0 -> variable() + "[" + random.nextInt(8) + "]";
      case 1 -> variable() + "[" + expressions.any(List.of("'a'", "'x'", "-1", "0.5", "'1'", "NaN")) + "]";
      default -> variable() + "." + expressions.any(List.of("a", "b", "c", "d", "x"));
    };
  }

  private void condition(int depth) {
    line(depth, "if (" + any() + ") {");
    block(depth + 1);
    if (random.nextBoolean()) {
      line(depth, "} else {");
      block(depth + 1);
    }
    line(depth, "}");
  }

  private int rounds() {
    return loops == 0 && oneIn(4) ? LONG_LOOP / 2 : random.nextInt(7);
  }

  private void loop(int depth) {
    String counter = fresh("i");
    int rounds = rounds();
    String tail = "}";
    switch (random.nextInt(3)) {
      case 0 -> {
        line(depth, "let " + counter + " = 0;");
        line(depth, "while (" + counter + "++ < " + rounds + ") {");
      }
      case 1 -> {
        line(depth, "let " + counter + " = 0;");
        line(depth, "do {");
        tail = "} while (" + counter + "++ < " + rounds + ");";
      }
      default -> line(depth, "for (let " + counter + " = 0; " + counter + " < " + rounds + "; " + counter + "++) {");
    }
    loops++;
    if (oneIn(3)) {
      line(depth + 1, variable() + " = " + counter + ";");
    }
    block(depth + 1);
    if (oneIn(3)) {
      line(depth + 1, "if (" + expressions.simple() + ") " + (random.nextBoolean() ? "break;" : "continue;"));
    }
    loops--;
    line(depth, tail);
  }

  /** A loop that mostly computes with numbers. */
  private void numbers(int depth) {
    int count = 1 + random.nextInt(oneIn(4) ? 10 : 3);
    for (int i = 0; i < count; i++) {
      String name = fresh("n");
      line(depth, "let " + name + " = " + expressions.any(List.of("0", "1", "0.5", "-0", "i0", "2147483647", "100")).replace("i0", "+cut(" + variable() + ")")
          + ";");
      expressions.numbers().add(name);
    }
    List<String> accumulators = expressions.numbers().stream().filter(name -> !name.startsWith(COUNTER)).toList();
    String counter = fresh(COUNTER);
    line(depth, "for (let " + counter + " = 0; " + counter + " < " + (loops == 0 ? LONG_LOOP : 4) + "; " + counter + "++) {");
    expressions.numbers().add(counter);
    loops++;
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      String target = expressions.any(accumulators);
      switch (random.nextInt(6)) {
        case 0 -> line(depth + 1, "if (" + expressions.number(1) + " < " + expressions.number(1) + ") " + target + " += " + expressions.number(1) + ";");
        case 1 -> line(depth + 1, target + (random.nextBoolean() ? "++;" : "--;"));
        case 2 -> line(depth + 1, target + " = (" + expressions.number(0) + ") | 0;");
        default -> line(depth + 1, target + " = " + expressions.number(0) + ";");
      }
    }
    if (oneIn(3)) {
      inScope(() -> statement(depth + 1));
    }
    loops--;
    line(depth, "}");
    expressions.numbers().remove(counter);
    line(depth, variable() + " = " + expressions.any(accumulators) + ";");
  }

  private void over(int depth) {
    String name = fresh("o");
    boolean keys = oneIn(3);
    line(depth, "for (" + (random.nextBoolean() ? "const " : "let ") + name + (keys ? " in Object(" + variable() + ")" : " of list(" + variable()
        + ").slice(0, 5)") + ") {");
    line(depth + 1, variable() + " = " + name + ";");
    loops++;
    block(depth + 1);
    loops--;
    line(depth, "}");
  }

  private void attempt(int depth) {
    line(depth, "try {");
    block(depth + 1);
    boolean caught = random.nextBoolean();
    if (caught) {
      line(depth, "} catch (e) {");
      line(depth + 1, variable() + " = " + (random.nextBoolean() ? "e;" : "typeof e;"));
      if (oneIn(3)) {
        block(depth + 1);
      }
    }
    if (!caught || oneIn(3)) {
      line(depth, "} finally {");
      line(depth + 1, variable() + " = " + expressions.simple() + ";");
      if (loops > 0 && oneIn(4)) {
        line(depth + 1, "if (" + expressions.simple() + ") " + (random.nextBoolean() ? "break;" : "continue;"));
      } else if (oneIn(6)) {
        line(depth + 1, "if (" + expressions.simple() + ") return " + expressions.simple() + ";");
      }
    }
    line(depth, "}");
  }

  private void select(int depth) {
    line(depth, "switch (" + any() + ") {");
    int cases = 1 + random.nextInt(4);
    int fallback = random.nextInt(cases + 2);
    inScope(() -> cases(depth, cases, fallback));
    line(depth, "}");
  }

  private void cases(int depth, int cases, int fallback) {
    for (int i = 0; i < cases; i++) {
      line(depth, i == fallback ? "default:" : "case " + (oneIn(4) ? expressions.simple() : i < 2 ? String.valueOf(i) : expressions.literal()) + ":");
      statement(depth + 1);
      if (random.nextBoolean()) {
        line(depth + 1, "break;");
      }
    }
  }

  private void closure(int depth) {
    String name = fresh("c");
    switch (random.nextInt(3)) {
      case 0 -> line(depth, "const " + name + " = (x, y) => (" + variable() + " = cut(x), " + any() + ");");
      case 1 -> line(depth, "const " + name + " = (x = " + expressions.literal() + ", ...y) => { if (--fuel < 0) return x; return [x, y.length, "
          + expressions.flat() + "]; };");
      default -> line(depth, "const " + name + " = function inner(x, y) { return --fuel < 0 || !x ? arguments.length : inner(cut(x) - 1, y); };");
    }
    expressions.functions().add(name);
    line(depth, variable() + " = " + name + "(" + expressions.simple() + ");");
  }

  /** One place that sees several shapes. */
  private void shapes(int depth) {
    String name = fresh("s");
    line(depth, "for (const " + name + " of [{ a: 1 }, { b: 2, a: 0.5 }, new Point(3, " + expressions.flat() + "), [7], 'text', " + variable()
        + ", { get a() { return 4; } }, { __proto__: { a: 5 } }]) {");
    String from = name + "?." + expressions.any(List.of("a", "b", "length", "c"));
    line(depth + 1, variable() + " = " + from + ";");
    if (random.nextBoolean()) {
      line(depth + 1, "if (typeof " + name + " === 'object' && " + name + ") try { " + name + "." + expressions.any(List.of("a", "b", "c", "d"))
          + " = " + expressions.flat() + "; " + variable() + " = " + name + ".b; } catch (e) { " + variable() + " = e; }");
    }
    line(depth, "}");
  }

  private void labelled(int depth) {
    String label = fresh("L");
    String counter = fresh("i");
    line(depth, label + ": for (let " + counter + " = 0; " + counter + " < " + random.nextInt(6) + "; " + counter + "++) {");
    line(depth + 1, "for (let j = 0; j < 4; j++) {");
    loops += 2;
    block(depth + 2);
    line(depth + 2, "if (" + expressions.simple() + ") " + (random.nextBoolean() ? "break " : "continue ") + label + ";");
    loops -= 2;
    line(depth + 1, "}");
    line(depth, "}");
  }

  private void nested(int depth) {
    if (depth > 2) {
      declare(depth);
      return;
    }
    boolean outer = inGenerator;
    inGenerator = false;
    String name = fresh("h");
    line(depth, "function " + name + "(p0, p1) {");
    body(depth + 1, List.of("p0", "p1"), "return p1;");
    line(depth, "}");
    inGenerator = outer;
    expressions.functions().add(name);
  }
}
