const o = { a: 1, b: 2, c: 3 };
const seen = [];
for (const k in o) { seen.push(k); if (k === 'a') delete o.b; }
console.log(seen.join());
const child = Object.create({ x: 1, y: 2 });
child.y = 3; child.z = 4;
const all = [];
for (const k in child) all.push(k + child[k]);
console.log(all.join());
