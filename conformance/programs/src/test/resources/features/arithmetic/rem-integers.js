// Remainders of integers beyond int32, and of what only looks like them.
'use strict';

class Random {
  constructor(seed) {
    this.state = seed;
  }

  next() {
    this.state = this.state * 48271 % 2147483647;
    return this.state;
  }
}

function rem(a, b) {
  return a % b;
}

function remByConstant(a) {
  return a % 4294967295;
}

const random = new Random(1);
for (let i = 0; i < 400; i++) {
  random.next();
}
console.log(random.state);

const numbers = [
  1, 2, 3, 7, 2147483646, 2147483647, 2147483648, 4294967295, 4294967296, 1e10, 999999999999, 4503599627370497, 9007199254740990,
  9007199254740991, 9007199254740992, 9007199254740994, 1e300, 0.5, 1.5, 2147483647.5, 0, -0, -1, -2147483648, -4294967297, -1.5,
  Infinity, -Infinity, NaN,
];
const show = number => Object.is(number, -0) ? '-0' : String(number);

for (const a of numbers) {
  console.log(show(a), numbers.map(b => show(rem(a, b))).join(' '), show(remByConstant(a)));
}

// Near multiples, where a rounded quotient could go wrong.
let sum = 0;
for (const b of [3, 7, 94906265, 94906267, 4503599627370495, 3002399751580330]) {
  const most = Math.floor(9007199254740991 / b);
  for (const q of [1, 2, most - 1, most]) {
    for (let near = -2; near <= 2; near++) {
      const a = q * b + near;
      if (a > 0 && a <= 9007199254740991) {
        sum = (sum * 31 + rem(a, b)) % 1000000007;
      }
    }
  }
}
console.log(sum);
