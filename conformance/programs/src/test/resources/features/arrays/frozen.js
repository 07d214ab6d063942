'use strict';
const a = Object.freeze([1, 2]);
for (const f of [() => { a[0] = 9; }, () => a.push(3), () => a.pop(), () => { a.length = 0; }, () => { a[5] = 1; }]) try { f(); console.log('ok'); } catch (e) { console.log(e.name); }
console.log(a.join());
