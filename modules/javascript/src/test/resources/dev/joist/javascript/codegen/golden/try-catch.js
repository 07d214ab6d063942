function f(g) { try { g(); } catch (e) { return e.message; } }
