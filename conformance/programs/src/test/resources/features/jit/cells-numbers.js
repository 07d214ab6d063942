// Doubles in registers, slots, objects and arrays, while garbage is made and guards fail.
function mean(values) {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i];
  return sum / values.length;
}
const values = [];
for (let i = 0; i < 500; i++) values.push(i * 0.25);
let last = 0;
for (let i = 0; i < 50; i++) last = mean(values);
console.log(last);

function orbit(steps) {
  const body = { x: 1, y: 0, vx: 0, vy: 1 };
  for (let i = 0; i < steps; i++) {
    const r = body.x * body.x + body.y * body.y;
    const f = 1 / (r * Math.sqrt(r));
    body.vx -= body.x * f * 0.001;
    body.vy -= body.y * f * 0.001;
    body.x += body.vx * 0.001;
    body.y += body.vy * 0.001;
  }
  return body.x.toFixed(9) + ' ' + body.y.toFixed(9);
}
console.log(orbit(3000));

function mixed(x, n) {
  let s = x;
  for (let i = 0; i < n; i++) s = s + (i & 1 ? 0.5 : 1);
  return s;
}
console.log(mixed(0, 3000), mixed(0.1, 2000), mixed('', 5));
function compare(a, b) { return [a < b, a === b, a == b, a > b, Object.is(a, b)].join(); }
for (let i = 0; i < 300; i++) compare(i / 2, 1.5);
console.log(compare(0.5, 0.5), compare(NaN, NaN), compare(-0, 0), compare(1e300, 2), compare(3, 3.0));
console.log(new Set([0.1 + 0.2, 0.3, 0.1 + 0.2, NaN, NaN]).size, new Map([[1.5, 'a']]).get(3 / 2), [0.5, NaN].indexOf(0.5), [NaN].includes(NaN));
switch (last) { case 62.375: console.log('the same'); break; default: console.log('another'); }
let bits = 0;
for (let i = 0; i < 2000; i++) bits = (bits + i * 1e16) | 0;
console.log(bits, 1e300 | 0, NaN | 0, -Infinity >>> 0, (2 ** 53 + 2) | 0, -(2 ** 63) | 0, (2 ** 63 + 2 ** 12) | 0, (2 ** 83 - 2 ** 31) >>> 0);
let overflow = 2147483000;
for (let i = 0; i < 2000; i++) overflow++;
console.log(overflow, 1 / -0, -(0), Math.max(-0, 0));
