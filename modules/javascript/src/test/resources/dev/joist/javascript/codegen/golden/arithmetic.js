function f(a, b) { return a + b * -a - 1; }
