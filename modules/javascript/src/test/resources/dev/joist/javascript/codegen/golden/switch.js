function f(x) { switch (x) { case 1: return 2; default: x++; case 3: break; } return x; }
