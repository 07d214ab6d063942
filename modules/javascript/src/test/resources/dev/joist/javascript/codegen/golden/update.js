function f(i, a) { i++; a[i++] = --i; return i--; }
