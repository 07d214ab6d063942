const fs = [x => x + 1, x => x * 2, function (x) { return -x; }, Math.abs, String];
let out = '';
for (let i = 0; i < 400; i++) { const r = fs[i % 5](i - 200); if (i % 57 === 0) out += r + ' '; }
console.log(out);
