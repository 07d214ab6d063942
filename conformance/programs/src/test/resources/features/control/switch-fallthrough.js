function f(n) { let s = ''; switch (n) { case 0: s += 'a'; case 1: s += 'b'; break; case 2: s += 'c'; default: s += 'd'; case 3: s += 'e'; } return s; }
console.log([0, 1, 2, 3, 4].map(f).join());
let order = [];
const v = x => { order.push(x); return x; };
switch (v(2)) { case v(1): case v(2): order.push('hit'); case v(3): order.push('through'); }
console.log(order.join());
