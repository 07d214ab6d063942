function size(n) { return n < 10 ? 'S' : n < 100 ? 'M' : n < 1000 ? 'L' : 'XL'; }
let out = '';
for (let i = 1; i < 20000; i *= 3) out += size(i) + ' ';
console.log(out);
