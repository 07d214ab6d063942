function f(n) { do { if (n == 2) continue; n--; } while (n > 0); return n; }
