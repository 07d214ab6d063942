const values = [0, -0, 1, NaN, '', '0', ' ', null, undefined, true, false, {}, [], () => 1, 0.1, Infinity];
console.log(values.map(v => (v ? 1 : 0)).join(''), values.map(v => (!v ? 1 : 0)).join(''), values.map(v => !!v).join());
let n = 0;
for (let i = 0; i < values.length * 20; i++) if (values[i % values.length]) n++;
console.log(n);
