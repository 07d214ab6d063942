function f(a, k) { return a?.b[k]?.(1).c; }
