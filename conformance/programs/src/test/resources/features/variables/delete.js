const o = { a: 1, get b() { return 2; } };
console.log(delete o.a, o.a, delete o.missing, delete o.b, 'b' in o);
const arr = [1, 2, 3];
console.log(delete arr[1], arr.length, 1 in arr);
const frozen = Object.freeze({ x: 1 });
console.log(delete frozen.x, frozen.x);
(function () { 'use strict'; try { delete frozen.x; } catch (e) { console.log(e.name); } })();
