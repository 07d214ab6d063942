const o = {};
for (let i = 0; i < 300; i++) o['k' + i] = i;
let s = 0;
for (const k in o) s += o[k];
console.log(s, Object.keys(o).length, o.k299);
for (let i = 0; i < 300; i += 2) delete o['k' + i];
console.log(Object.keys(o).length, o.k1, o.k2, Object.keys(o).slice(0, 3).join());
