function f(o) { return o.a.b; }
const good = { a: { b: 1 } };
for (let i = 0; i < 300; i++) f(good);
for (const bad of [null, undefined, {}, { a: null }]) try { f(bad); } catch (e) { console.log(e.message); }
console.log(f(good), f({ a: 'str' }), f({ a: 5 }));
