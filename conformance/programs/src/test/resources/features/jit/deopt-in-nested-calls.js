function leaf(o) { return o.k; }
function mid(o, a) { const before = a * 2; const r = leaf(o); return before + r; }
function top_(o, a) { const x = a + 1; try { return mid(o, x) + x; } catch (e) { return 'caught ' + e.message + x; } }
for (let i = 0; i < 400; i++) top_({ k: i }, i);
console.log(top_({ j: 0, k: 5 }, 1), top_(Object.create({ k: 7 }), 2), top_({}, 3), top_({ get k() { throw new Error('bad'); } }, 4), top_({ k: 1 }, 5));
