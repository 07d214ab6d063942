function f(flag, n) { let r = 0; for (let i = 0; i < n; i++) { if (flag) r += i; else r -= i; } return r; }
for (let i = 0; i < 150; i++) f(true, 3);
console.log(f(true, 10), f(false, 10), f('x', 4), f(null, 4), f(NaN, 4), f({}, 4));
