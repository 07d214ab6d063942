let out = [];
for (let i = 0; i < 5; i++) out.push(i);
for (let i = 5; i--;) out.push(i);
for (let i = 0, j = 10; i < j; i += 2, j -= 2) out.push(i * j);
let k = 0;
for (;;) { if (++k > 3) break; }
console.log(out.join(), k);
