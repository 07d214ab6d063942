function f(o, g) { for (const x of o) { if (x) break; g(x); } }
