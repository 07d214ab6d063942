// Elements that are not there yet, stored by compiled code: it may only do so itself where nobody else has a say.
function fill(a, from, to, x) {
  for (let i = from; i < to; i++) a[i] = x + i;
  return a;
}
function tryFill(a, from, to, x) {
  'use strict';
  try {
    for (let i = from; i < to; i++) a[i] = x + i;
    return 'done ' + JSON.stringify(a) + ' ' + a.length;
  } catch (e) {
    return e.name + ' ' + JSON.stringify(a) + ' ' + a.length;
  }
}
for (let i = 0; i < 300; i++) {
  fill(new Array(i % 70), 0, i % 70, 0.5);
  fill([], 0, i % 90, 1);
  tryFill(new Array(8), 2, 8, 'x');
}
for (const n of [0, 1, 2, 3, 5, 61, 62, 63, 64, 1000]) {
  const a = fill(new Array(n), 0, n, 1), b = fill(Array(n), n >> 1, n, 2), c = fill([], 0, n, 3);
  console.log(n, a.length, a[n - 1], b.length, b[0], b[n - 1], Object.keys(b).length, c.length, c[n - 1]);
}
// Not simply arrays
const sealed = Object.seal([1, , 3]), frozen = Object.freeze([1, , 3]), closed = Object.preventExtensions([1, , 3]);
console.log(tryFill(sealed, 0, 3, 5), '|', tryFill(frozen, 1, 3, 5), '|', tryFill(closed, 0, 3, 5), '|', tryFill(closed, 1, 2, 5));
const short = Object.defineProperty([1, 2], 'length', { writable: false });
console.log(tryFill(short, 0, 3, 7));
const gap = Object.defineProperty([1, , 3, , ], 'length', { writable: false });
console.log(tryFill(gap, 0, 4, 7), '|', tryFill(gap, 4, 5, 7));
const accessor = Object.defineProperty([1, , , 4], 1, { set(x) { this.seen = x; }, configurable: true });
console.log(tryFill(accessor, 0, 4, 7), accessor.seen);
class Sub extends Array {}
console.log(fill(new Sub(3), 0, 5, 1), new Sub(4).length, Reflect.construct(Array, [3], Sub) instanceof Sub);
console.log(fill([], 3, 5, 1), fill([1, 2], 5, 7, 1), fill([], -2, 2, 1), fill(new Array(3), -1, 1, 1));
const huge = fill(new Array(4294967295), 0, 2, 1);
console.log(huge.length, huge[1], fill(huge, 4294967294, 4294967297, 1).length, huge[4294967296]);
for (const n of [-1, 1.5, 2 ** 32, NaN]) try { console.log(new Array(n)); } catch (e) { console.log(e.name, e.message); }
console.log(new Array('3'), new Array(-0), new Array(undefined), new Array(3, 4), new Array(), Array(2.0).length, new Array(2147483648).length);
// Prototypes that have a say from now on
let log = "";
const between = Object.setPrototypeOf([, , 3], Object.create(Array.prototype, { 1: { set(x) { log += x + " "; } } }));
console.log(tryFill(between, 0, 4, 7), log);
Object.defineProperty(Array.prototype, 2, { set(x) { log += x + " "; }, configurable: true });
console.log(tryFill(new Array(4), 0, 5, 9), fill([], 0, 4, 'y').length, log);
delete Array.prototype[2];
console.log(tryFill(new Array(4), 0, 5, 9));
Object.defineProperty(Object.prototype, 0, { value: 1, writable: false, configurable: true });
const refused = tryFill(new Array(2), 0, 2, 9) + '|' + tryFill([], 0, 1, 9);
delete Object.prototype[0];
console.log(refused);
