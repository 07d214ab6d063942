function f(o, g) { for (const k in o) g(k); }
