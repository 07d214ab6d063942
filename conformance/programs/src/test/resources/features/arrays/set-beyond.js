function set(a, i, v) { a[i] = v; }
const a = [];
for (let i = 0; i < 200; i++) set(a, i, i);
set(a, 250, 'far'); set(a, '5', 'five'); set(a, -1, 'neg'); set(a, 1.5, 'frac'); set(a, 'name', 'named');
console.log(a.length, a[5], a[-1], a[1.5], a.name, Object.keys(a).length, 249 in a);
