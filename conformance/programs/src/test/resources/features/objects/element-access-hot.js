const o = { alpha: 1, beta: 2, gamma: 3 };
const keys = ['alpha', 'beta', 'gamma', 'delta'];
let s = 0, u = 0;
for (let i = 0; i < 400; i++) { const v = o[keys[i % 4]]; if (v === undefined) u++; else s += v; }
console.log(s, u);
