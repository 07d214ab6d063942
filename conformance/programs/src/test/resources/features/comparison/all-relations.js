function all(a, b) { return [a < b, a <= b, a > b, a >= b].map(x => (x ? 1 : 0)).join(''); }
const values = [1, 1.5, -1, NaN, '1', 'x', null, undefined, true, Infinity];
for (const a of values) console.log(values.map(b => all(a, b)).join(' '));
