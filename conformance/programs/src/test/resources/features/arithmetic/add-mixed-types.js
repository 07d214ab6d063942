function add(a, b) { return a + b; }
const values = [1, 1.5, 'x', true, null, undefined, NaN, -0];
for (const a of values) console.log(values.map(b => String(add(a, b))).join(' '));
