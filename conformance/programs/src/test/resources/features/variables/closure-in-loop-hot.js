function sum(n) { let s = 0; const add = x => { s += x; }; for (let i = 0; i < n; i++) add(i); return s; }
console.log(sum(10), sum(1000));
