function integrate(f, a, b, n) { let s = 0; const h = (b - a) / n; for (let i = 0; i < n; i++) s += f(a + (i + 0.5) * h); return s * h; }
console.log(integrate(x => x * x, 0, 3, 1000).toFixed(5), integrate(x => 1 / x, 1, 2, 1000).toFixed(6));
