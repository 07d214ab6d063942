let keep = [];
for (let i = 0; i < 4000; i++) { const o = { i, s: 'x' + i, a: [i, i + 1] }; if (i % 200 === 0) keep.push(o); }
console.log(keep.length, keep.map(o => o.s + o.a[1]).join());
