const o = { b: 1, a: 2, 3: 'x', 1: 'y' };
const keys = [];
for (const k in o) keys.push(k);
console.log(keys.join());
class P { constructor() { this.own = 1; } m() {} }
P.prototype.inherited = 1;
const seen = [];
for (var k in new P()) seen.push(k);
console.log(seen.join(), k);
for (const i in 'ab') console.log(typeof i, i);
for (const x in null) console.log('never');
for (const x in undefined) console.log('never');
const arr = [7, 8]; arr.extra = 1;
console.log(Object.keys(arr).join());
for (const i in arr) console.log(i);
