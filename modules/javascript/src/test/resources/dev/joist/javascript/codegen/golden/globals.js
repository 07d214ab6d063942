var a = 1; let b = 2; const c = a + b; d = typeof e;
