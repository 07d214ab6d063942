function f(a, b, c) { return (a === undefined ? 'u' : a) + (b === undefined ? 'u' : b) + (c === undefined ? 'u' : c); }
let s = '';
for (let i = 0; i < 300; i++) { const r = i % 4 === 0 ? f() : i % 4 === 1 ? f('1') : i % 4 === 2 ? f('1', '2') : f('1', '2', '3', '4'); if (i > 295) s += r + ' '; }
console.log(s);
