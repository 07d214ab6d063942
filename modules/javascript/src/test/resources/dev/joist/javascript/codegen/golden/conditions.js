function f(a, b) { if (a < b && a != null || !b) return 1; return a === undefined ? 2 : 3; }
