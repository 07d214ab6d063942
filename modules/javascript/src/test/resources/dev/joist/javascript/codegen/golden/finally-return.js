function f(g) { try { return g(); } finally { g(1); } }
