function set(o, v) { o.p = v; return o; }
for (let i = 0; i < 300; i++) set({}, i);
const a = set({}, 1), b = set({ q: 1 }, 2), c = set(set({}, 3), 4), d = set([], 5), e = set(Object.create({ set p(v) { this.via = v; } }), 6);
console.log(a.p, b.p, c.p, d.p, e.p, e.via, JSON.stringify(set({ p: 0, z: 1 }, 'x')));
