let seed = 42;
function random() { seed = (seed * 1664525 + 1013904223) % 4294967296; return seed / 4294967296; }
let lo = 1, hi = 0, s = 0;
for (let i = 0; i < 1000; i++) { const r = random(); if (r < lo) lo = r; if (r > hi) hi = r; s += r; }
console.log(s.toFixed(9), lo.toFixed(9), hi.toFixed(9), seed);
