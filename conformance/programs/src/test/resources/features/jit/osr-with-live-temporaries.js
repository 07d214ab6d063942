function f(n) { return 1000 + (function () { let x = 0; for (let i = 0; i < n; i++) { x += i % 3 === 0 ? i : -1; } return x; })() * 2; }
console.log(f(3000));
const r = [1, 2, (() => { let k = 0; while (k < 3000) k += 3; return k; })()];
console.log(r.join());
