// Parameters that a function reads as numbers again and again are checked once, as it is entered.
'use strict';

function inside(x, y, limit) {
  const q = (x - 0.25) * (x - 0.25) + y * y;
  if (q * (q + (x - 0.25)) <= 0.25 * y * y) {
    return limit;
  }
  return x * x + y * y + limit;
}
let sum = 0;
for (let i = 0; i < 500; i++) {
  sum += inside(i / 7, i / 9, 3);
}
console.log(sum);
console.log(inside(1, 2, 3), inside(-0, 0, 'text'), inside(1.5, NaN, 1));

// Something else is converted as often, and in the same order, as without the check.
const log = [];
const loud = (name, value) => ({ valueOf() { log.push(name); return value; } });
for (let i = 0; i < 5; i++) {
  console.log(inside(loud('x', 0.5), loud('y', 2), 3), log.splice(0).join(''));
  console.log(inside('0.5', true, null), inside(1), inside(undefined, 1.5, 1));
}
console.log(inside(0.5, 1.5, 2));

// int32 at first, doubles later, and in turns.
function poly(n) {
  return ((n * n + n) * n - n) * n + 1;
}
for (let i = 0; i < 500; i++) {
  sum += poly(i & 15);
}
console.log(sum);
for (let i = 0; i < 50; i++) {
  sum += poly(i / 4) + poly(i);
}
console.log(sum, Object.is(poly(-0), 1), poly(1e5), poly(2147483647));

// A missing argument, and a default.
function scaled(a, factor = 2.5) {
  return a * factor + a * a - factor * factor + a;
}
for (let i = 0; i < 500; i++) {
  sum += scaled(i / 3) + scaled(i / 3, 1.5);
}
console.log(sum, scaled(), scaled(1.5, undefined), scaled(2, '3'));

// What a handler, and the arguments object, see of a parameter is what was passed.
function seen(a, b) {
  try {
    const r = a * b + a * a - b * b;
    if (r > 1e6) {
      throw r;
    }
    return r;
  } catch (e) {
    return 'caught ' + typeof a + ' ' + a + ' ' + b + ' ' + e;
  }
}
for (let i = 0; i < 500; i++) {
  seen(i / 5, 3.5);
}
console.log(seen(2000, 1), seen(1, 2), seen('2000', 1));
