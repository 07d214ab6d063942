const o = { a: 1, b: 2, c: 3 };
function read(x) { return x.b; }
for (let i = 0; i < 200; i++) read(o);
delete o.b;
console.log(read(o));
o.b = 'again';
console.log(read(o), Object.keys(o).join());
