function f(a, b = a, ...c) { return b + c; }
