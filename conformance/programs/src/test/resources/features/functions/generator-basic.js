function* g() { yield 1; const x = yield 2; console.log('got', x); return 3; }
const it = g();
console.log(JSON.stringify([it.next(), it.next(), it.next('hi'), it.next()]));
console.log([...g()].join());
function* naturals() { let n = 0; while (true) yield n++; }
const first = [];
for (const n of naturals()) { if (n > 5) break; first.push(n); }
console.log(first.join());
