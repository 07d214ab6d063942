const o = { a: {} };
for (const f of [() => o.missing(), () => o.a.b.c, () => undefined.foo, () => null[0], () => { o.a.x.y = 1; }]) try { f(); } catch (e) { console.log(e.message); }
