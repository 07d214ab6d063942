function f(a) { return a + (a = 1) + a++; }
