function* g() { try { yield 1; yield 2; } catch (e) { yield 'caught ' + e; } finally { yield 'finally'; } return 'end'; }
const a = g(); a.next();
console.log(JSON.stringify([a.throw('x'), a.next(), a.next(), a.next()]));
const b = g(); b.next();
console.log(JSON.stringify([b.return('r'), b.next(), b.next()]));
function* outer() { const r = yield* g(); yield r; }
console.log([...outer()].join());
