function f(a) { return [1, a, , ...a]; }
