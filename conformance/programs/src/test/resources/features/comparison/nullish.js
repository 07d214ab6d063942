function pick(a, b) { return a ?? b; }
for (let i = 0; i < 200; i++) pick(i % 2 ? null : i, 1);
console.log(pick(0, 1), pick('', 1), pick(false, 1), pick(null, 1), pick(undefined, 1), pick(NaN, 1));
const o = { a: { b: { c: 5 } }, f() { return this === o; }, n: null };
console.log(o?.a?.b?.c, o.x?.b.c.d, o.n?.q, o.f?.(), o.g?.(), o?.['a'], o.x?.[o.y()], delete o?.zz);
