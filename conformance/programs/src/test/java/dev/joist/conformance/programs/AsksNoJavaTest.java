package dev.joist.conformance.programs;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.joist.embedding.Engine;
import dev.joist.embedding.EngineStatistics;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What programs do all the time is done in machine code, without asking Java: the results are those of other tests. */
class AsksNoJavaTest {
  private static final int WARM_UP = 1200;
  private static final int CALLS = 1000;
  /** For what calls the hot function, and for free memory. */
  private static final long FEW = CALLS / 10;

  /** By what it shows: what defines {@code hot(i)}, a function that gives a number. */
  private static final Map<String, String> KINDS = kinds();

  private static Map<String, String> kinds() {
    Map<String, String> kinds = new LinkedHashMap<>();
    kinds.put("new Array and stores to its holes", "function hot(i) { const a = new Array(5); for (let k = 0; k < 5; k++) a[k] = i; return a.length + a[4]; }");
    kinds.put("Array without new", "function hot(i) { return Array(i % 60).length; }");
    kinds.put("stores behind the last element", "function hot(i) { const a = []; for (let k = 0; k < 9; k++) a[k] = i; return a.length + a[8]; }");
    kinds.put("constructors that evaluate what they store",
        "function pair(x) { return [x, x]; } class P { constructor(i) { this.a = []; this.b = [i]; this.c = pair(i); this.d = i || 1; this.e = i ? {} : []; } }"
            + "function hot(i) { return new P(i).b[0]; }");
    kinds.put("getters and setters",
        "class V { constructor() { this.kept = 0; } get x() { return this.kept; } set x(v) { this.kept = v; } static get one() { return 1; } } class W extends V {}"
            + "const w = new W(), o = { get y() { return 2; } };"
            + "function hot(i) { w.x = i; return w.x + V.one + o.y; }");
    kinds.put("derived constructors",
        "class A { constructor(a) { this.a = a; } } class B extends A { constructor(a, b) { super(a); this.b = b; this.c = b; this.d = b; this.e = b; } }"
            + "class C extends B { f = 1; } function hot(i) { const c = new C(i, 1); return c.a + c.e + c.f; }");
    kinds.put("several classes of one base", "class A { constructor(a) {} } class B extends A { b = 1; } class C extends A { c = 2; }"
        + "function hot(i) { return new B(i).b + new C(i).c; }");
    kinds.put("fields", "class A { x = 1; y = this.x; #z = 3; z() { return this.#z; } } class B extends A { x = 2; constructor() { super(); } }"
        + "function hot(i) { const b = new B(); return b.x + b.y + b.z() + i; }");
    kinds.put("private names",
        "class A { #x = 1; #f(y) { return this.#x + y; } get #g() { return this.#x; } set #g(v) { this.#x = v; } static is(o) { return #x in o; }"
            + "go(i) { this.#x = i; this.#x++; this.#g += 1; return this.#f(i) + this.#g; } }"
            + "const a = new A(); function hot(i) { return A.is(a) ? a.go(i) : 0; }");
    kinds.put("instances with private methods", "class A { #x = 1; #f() { return this.#x; } f() { return this.#f(); } } function hot(i) { return new A().f() + i; }");
    kinds.put("keys that are strings",
        "const o = { a: 1, b: 2, c: 3 }, keys = Object.keys(o); function hot(i) { const k = keys[i % 3]; o[k] = i; o[k]++; return o[k] + o[keys[0]]; }");
    kinds.put("updates of elements whose key may be anything", "const a = [0, 0, 0]; function f(i) { return i % 3; } function hot(i) { a[f(i)]++; return a[f(i)] += 2; }");
    kinds.put("pieces of strings",
        "const blanks = ['  a\\t', ' ', 'b'], t = ['a line of text, and more of it', 'w\u20acde and n\u00fcrrow'];"
            + "function hot(i) { const s = t[i & 1], k = 1 + i % 9; return s.slice(k, 20).length + s.slice(-k).length + s.substring(k, 2).length + s.slice(2, 2).length"
            + " + blanks[i % 3].trim().length + s.trim().length + String.fromCharCode(65 + k).toLowerCase().length; }");
    kinds.put("searches in strings",
        "const t = 'a line of text, and more of it'; function hot(i) { const s = t.slice(i % 9); let n = s.startsWith('line') ? 1 : 0;"
            + " if (s.endsWith('it')) n++; if (s.includes(', ')) n++;"
            + " return n + s.indexOf('of', 3) + s.indexOf('\\u20ac') + s.split('|').length + s.split('&').join('&amp;').length; }");
    kinds.put("orders of strings",
        "const t = 'some 12 text'; function isDigit(c) { return c >= '0' && c <= '9'; }"
            + "function hot(i) { let n = isDigit(undefined) ? 1 : 0; for (let k = 0; k < 12; k++) if (isDigit(t[k])) n++;"
            + " if (t < 'somewhat') n++; if (t > t.slice(3)) n++; return n; }");
    kinds.put("short strings of two bytes a character", "function hot(i) { let s = ''; for (let k = 0; k < 9; k++) s += k & 1 ? '\u20ac' : '\u00fc'; return s.length; }");
    kinds.put("questions of numbers",
        "function hot(i) { let n = 0; if (isFinite(i)) n++; if (isNaN(i / 0 - i / 0)) n++; if (Number.isFinite(i / 3)) n++; if (Number.isNaN(i)) n++; return n; }");
    return kinds;
  }

  @TestFactory
  Stream<DynamicTest> whatIsFrequentIsMachineCode() {
    return HotFunctions.tests(KINDS, AsksNoJavaTest::check);
  }

  private static void check(Cell cell, String definition) {
    try (Engine engine = HotFunctions.warm(cell, definition, WARM_UP)) {
      EngineStatistics before = engine.statistics();
      engine.eval("many(" + WARM_UP + ", " + (WARM_UP + CALLS) + ")");
      EngineStatistics after = engine.statistics();
      assertTrue(after.compiledFunctions() >= 2, () -> "compiled: " + after.compiledFunctions());
      long asked = after.slowPathCalls() - before.slowPathCalls();
      assertTrue(asked <= FEW, () -> "Java was asked " + asked + " times in " + CALLS + " calls: " + after.slowSites());
    }
  }
}
