function get(o) { return o.v; }
const shapes = [{ v: 1 }, { a: 0, v: 2 }, { a: 0, b: 0, v: 3 }, { get v() { return 4; } }, Object.create({ v: 5 }), [], 'str', 6, function () {}];
shapes[5].v = 6;
let out = '';
for (let i = 0; i < 900; i++) { const r = get(shapes[i % 9]); if (i >= 891) out += r + ' '; }
console.log(out);
