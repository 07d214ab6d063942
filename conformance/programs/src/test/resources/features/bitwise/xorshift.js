let x = 123456789;
function next() { x ^= x << 13; x ^= x >> 17; x ^= x << 5; return x >>> 0; }
let line = [];
for (let i = 0; i < 300; i++) { const r = next(); if (i % 50 === 0) line.push(r); }
console.log(line.join());
