function* f(a) { const b = yield a; return b; }
