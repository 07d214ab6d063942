function f(g, o) { g(); g(1, 2); o.m(3); new g(4); g(...o); }
