function f(n) { let a = 1, b = 0; for (let i = 0; i < n; i++) { const t = (a + b) % 1000007; b = a; a = t; } return a; }
console.log(f(5000), f(3), f(10000));
