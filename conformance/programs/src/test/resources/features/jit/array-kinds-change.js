function sum(a) { let s = 0; for (let i = 0; i < a.length; i++) s += a[i]; return s; }
const a = [1, 2, 3];
for (let i = 0; i < 300; i++) sum(a);
a.push(0.5); console.log(sum(a));
a.push('x'); console.log(sum(a));
a.length = 2; console.log(sum(a));
delete a[0]; console.log(sum(a));
console.log(sum({ length: 2, 0: 5, 1: 6 }), sum('12'), sum([]));
