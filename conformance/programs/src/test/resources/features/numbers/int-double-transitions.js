let x = 2147483640;
const seen = [];
for (let i = 0; i < 16; i++) { seen.push(x); x++; }
console.log(seen.join());
let y = 0.5, out = [];
for (let i = 0; i < 8; i++) { y *= 2; out.push(y); }
console.log(out.join());
