function f(o) { const [a, b] = o; let c; [c = 1] = b; return a + c; }
