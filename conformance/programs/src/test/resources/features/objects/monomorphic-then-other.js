function get(o) { return o.v; }
for (let i = 0; i < 300; i++) get({ v: i });
console.log(get({ v: 1 }), get({ w: 0, v: 2 }), get({}), get(Object.create({ v: 3 })), get(5), get('x'));
try { get(null); } catch (e) { console.log(e.message); }
console.log(get({ v: 9 }));
