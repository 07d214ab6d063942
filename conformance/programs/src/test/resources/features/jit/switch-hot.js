function op(code, a, b) { switch (code) { case 0: return a + b; case 1: return a - b; case 2: return a * b; case 3: return b === 0 ? 'div' : a / b; default: return 'bad'; } }
let log = [];
for (let i = 0; i < 800; i++) { const r = op(i % 6, i, i % 4); if (i > 790) log.push(r); }
console.log(log.join());
