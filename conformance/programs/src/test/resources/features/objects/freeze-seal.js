'use strict';
const f = Object.freeze({ a: 1 }), s = Object.seal({ a: 1 }), p = Object.preventExtensions({ a: 1 });
const attempt = g => { try { g(); return 'ok'; } catch (e) { return e.name; } };
console.log(attempt(() => { f.a = 2; }), attempt(() => { f.b = 2; }), attempt(() => { delete f.a; }));
console.log(attempt(() => { s.a = 2; }), attempt(() => { s.b = 2; }), attempt(() => { delete s.a; }));
console.log(attempt(() => { p.a = 2; }), attempt(() => { p.b = 2; }), attempt(() => { delete p.a; }));
console.log(Object.isFrozen(f), Object.isSealed(s), Object.isExtensible(p), Object.isFrozen('x'));
