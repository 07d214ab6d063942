package dev.joist.conformance.programs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.joist.embedding.Engine;
import dev.joist.embedding.EngineOptions;
import dev.joist.embedding.EngineStatistics;
import dev.joist.embedding.JitMode;
import dev.joist.embedding.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Hot functions stay in compiled code whatever they are made of: none is declined, no frame is given up, and the interpreter is not entered from them. They may
 * call the runtime.
 */
class StaysCompiledTest {
  /** How often the hot function is called before it is looked at, and while it is. */
  private static final int WARM_UP = 600;
  private static final int CALLS = 300;
  /** For the script that calls it, and its own frames. */
  private static final long FEW = 3;

  /** By what it shows: what defines {@code hot(i)}, a function that gives a number. */
  private static final Map<String, String> KINDS = kinds();

  private static Map<String, String> kinds() {
    Map<String, String> kinds = new LinkedHashMap<>();
    kinds.put("for-of over arrays", "function hot(i) { let s = 0; for (const x of [i, 2, 3.5]) s += x; return s; }");
    kinds.put("for-of over array entries", "function hot(i) { let s = 0; for (const [k, v] of [i, 2, 3].entries()) s += k * v; return s; }");
    kinds.put("leaving for-of", "function hot(i) { for (const x of [1, 2, i, 4]) if (x === i) return x; return -1; }");
    kinds.put("for-in", "function hot(i) { let n = 0; const o = { a: i, b: 2, c: 3 }; for (const k in o) n += o[k]; return n; }");
    kinds.put("spread in arrays", "function hot(i) { const a = [i, ...[1, 2], ...'xy']; return a.length + a[0]; }");
    kinds.put("spread in calls", "function sum(a, b, c) { return a + b + c; } function hot(i) { return sum(...[i, 1], 2) + Math.max(...[i, 5]); }");
    kinds.put("spread in objects", "function hot(i) { const o = { a: i, ...{ b: 2, c: 3 } }; return o.a + o.b + o.c; }");
    kinds.put("spread in new", "class P { constructor(a, b) { this.s = a + b; } } function hot(i) { return new P(...[i, 1]).s; }");
    kinds.put("rest", "function sum(first, ...rest) { let s = first; for (const x of rest) s += x; return s; } function hot(i) { return sum(i, 1, 2); }");
    kinds.put("array destructuring", "function hot(i) { let [a, , b = 7, ...c] = [i, 0, undefined, 4, 5]; [a, b] = [b, a]; return a + 2 * b + c.length; }");
    kinds.put("object destructuring",
        "function pick({ a, b: { c = 4 } = {}, ...d }) { return a + c + d.e; } function hot(i) { return pick({ a: i, e: 2 }) + pick({ a: 1, b: { c: i }, e: 3 }); }");
    kinds.put("default parameters", "function f(a, b = a + 1) { return a * b; } function hot(i) { return f(i) + f(i, 2); }");
    kinds.put("class construction with fields",
        "class A { x = 1; #y = 2; static made = 0; constructor(z) { this.z = z; A.made++; } get y() { return this.#y; } set y(v) { this.#y = v; } "
            + "#twice() { return 2 * this.#y; } twice() { return this.#twice(); } }"
            + "function hot(i) { const a = new A(i); a.y += i; return a.x + a.y + a.z + a.twice(); }");
    kinds.put("super calls",
        "class A { constructor(x) { this.x = x; } f(n) { return this.x + n; } } class B extends A { y = 3; constructor(x) { super(x + 1); } f(n) { return super.f(n) * 2; } }"
            + "class C extends B {} function hot(i) { return new C(i).f(2) + new B(i).y; }");
    kinds.put("subclasses of built-ins", "class S extends Array { last() { return this[this.length - 1]; } } function hot(i) { const s = new S(); s.push(i); return s.last(); }");
    kinds.put("Map access", "const m = new Map(); function hot(i) { m.set(i % 8, i).set('k', 1); let s = m.get('k') + m.size; for (const [k, v] of m) s += v; return s; }");
    kinds.put("Set access", "const q = new Set(); function hot(i) { q.add(i % 8); q.delete(3); let s = q.has(2) ? 1 : 0; for (const x of q) s += x; return s; }");
    kinds.put("string concatenation", "function hot(i) { let s = 'n' + i; s += '-' + i * 1.5; return `${s}/${i}`.length; }");
    kinds.put("charCodeAt and indexing", "function hot(i) { const s = 'abcdef\\u2022'; return s.charCodeAt(i % 7) + s[i % 6].length + s.at(-1).length; }");
    kinds.put("typed arrays",
        "const f = new Float64Array(8), n = new Int32Array(8), b = new Uint8ClampedArray(8); function hot(i) { f[i & 7] = i / 2; n[i & 7] += i; b[i & 7] = i; "
            + "let s = 0; for (let k = 0; k < 8; k++) s += f[k] + n[k] + b[k]; return s; }");
    kinds.put("try and catch", "function bad(i) { if (i & 1) throw i; return i; } function hot(i) { try { return bad(i); } catch (e) { return e + 1; } }");
    kinds.put("errors of the runtime", "function hot(i) { try { return null.x; } catch ({ message }) { return message.length + i; } }");
    kinds.put("finally", "function hot(i) { let s = 0; for (let k = 0; k < 3; k++) { try { if (k === 1) continue; s += k; } finally { s += 10; } } return s + i; }");
    kinds.put("nested finally", "function f(i) { try { try { throw i; } finally { i++; } } catch (e) { return e; } finally { i++; } } function hot(i) { return f(i); }");
    kinds.put("generators", "function* g(n) { for (let k = 0; k < n; k++) yield k; } function hot(i) { let s = i; for (const x of g(4)) s += x; return s; }");
    kinds.put("values sent to generators",
        "function* g() { let s = 0; for (;;) { try { s += yield s; } catch (e) { s -= e; } finally { s += 0.5; } } }"
            + "function hot(i) { const h = g(); h.next(); h.next(i); const x = h.throw(3).value; h.return(1); return x; }");
    kinds.put("a generator that goes on", "function* g() { let n = 0; for (;;) n += yield n; } const h = g(); h.next(); function hot(i) { return h.next(i % 7).value; }");
    kinds.put("delegation", "function* a(n) { yield n; return 2; } function* b(n) { const r = yield* a(n); yield* [r, 3]; } function hot(i) { let s = 0; for (const x of b(i)) s += x; return s; }");
    kinds.put("leaving a generator", "function* g() { try { yield 1; yield 2; } finally { n++; } } let n = 0; function hot(i) { for (const x of g()) { return x + n; } }");
    kinds.put("generator methods", "class L { constructor(n) { this.n = n; } *[Symbol.iterator]() { for (let k = 0; k < this.n; k++) yield k; } } function hot(i) { return [...new L(4)].length + i; }");
    kinds.put("tagged templates", "function tag(s, ...v) { return s.length + v[0]; } function hot(i) { return tag`a${i}b`; }");
    kinds.put("optional chains", "function hot(i) { const o = i & 1 ? { f: () => i } : null; return o?.f?.() ?? -i; }");
    kinds.put("switch", "function hot(i) { switch (i % 4) { case 0: return 1; case 1: i++; default: return i; } }");
    kinds.put("closures in loops", "function hot(i) { const fs = []; for (let k = 0; k < 3; k++) fs.push(() => k + i); return fs.map(f => f()).reduce((a, b) => a + b); }");
    kinds.put("accessors and computed members", "function hot(i) { const o = { get ['v' + 1]() { return i; }, set w(x) { this.x = x; } }; o.w = i; return o.v1 + o.x; }");
    kinds.put("arguments", "function f() { let s = 0; for (let k = 0; k < arguments.length; k++) s += arguments[k]; return s; } function hot(i) { return f(i, 1, 2) + f.apply(null, [i]) + f.call(null, 1); }");
    return kinds;
  }

  @TestFactory
  Stream<DynamicTest> whatIsHotStaysCompiled() {
    return HotFunctions.tests(KINDS, StaysCompiledTest::check);
  }

  private static void check(Cell cell, String definition) {
    Value expected = interpreted(cell, definition);
    try (Engine engine = HotFunctions.warm(cell, definition, WARM_UP)) {
      EngineStatistics before = engine.statistics();
      assertEquals(expected, engine.eval("many(" + WARM_UP + ", " + (WARM_UP + CALLS) + ")"));
      EngineStatistics after = engine.statistics();
      assertTrue(after.compiledFunctions() >= 2, () -> "compiled: " + after.compiledFunctions());
      assertEquals(List.of(), after.declined());
      assertEquals(before.deoptimizations(), after.deoptimizations(), "frames that were given up");
      long runs = after.counters().get("interpreterRuns") - before.counters().get("interpreterRuns");
      assertTrue(runs > 0 && runs <= FEW, () -> "the interpreter was entered " + runs + " times in " + CALLS + " calls");
    }
  }

  private static Value interpreted(Cell cell, String definition) {
    try (Engine engine = Engine.create(EngineOptions.DEFAULTS.withStrategies(cell.strategies()).withJit(JitMode.OFF))) {
      engine.eval(definition);
      return engine.eval("for (let i = 0; i < " + WARM_UP + "; i++) hot(i); let s = 0; for (let i = " + WARM_UP + "; i < " + (WARM_UP + CALLS) + "; i++) s += hot(i); s");
    }
  }
}
