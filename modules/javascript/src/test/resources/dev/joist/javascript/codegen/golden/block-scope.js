function f(g) { let a = 1; { let a = 2; g(a); } return a; }
