const fs = [];
for (let i = 0; i < 4; i++) fs.push(() => i);
console.log(fs.map(f => f()).join());
var gs = [];
for (var j = 0; j < 4; j++) gs.push(() => j);
console.log(gs.map(f => f()).join());
const hs = [];
for (let i = 0; i < 4; i++) { hs.push(() => i); i++; }
console.log(hs.map(f => f()).join());
const ks = [];
for (const v of ['a', 'b']) ks.push(() => v);
for (const k in { x: 1, y: 2 }) ks.push(() => k);
console.log(ks.map(f => f()).join());
