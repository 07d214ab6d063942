let log = [];
function f(x) { return x * 2 + 1; }
for (let i = 0; i < 1000; i++) { const r = f(i); if (i === 0 || i === 99 || i === 100 || i === 101 || i === 999) log.push(r); }
console.log(log.join());
