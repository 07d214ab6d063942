let i = 0;
const r = (i++, i++, i);
console.log(r, void 0, void 'x', (1, 2, 3));
for (let a = 0, b = 10; a < b; a += 3, b--) console.log(a, b);
