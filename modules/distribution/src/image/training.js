// What the launcher runs once, compiling what it calls, to record the classes that a start, a compilation and a run load and link.
function Point(x, y) {
  this.x = x;
  this.y = y;
}
Point.prototype.length = function () { return Math.sqrt(this.x * this.x + this.y * this.y); };
class Counter {
  #step = 1;
  constructor(start) { this.count = start; }
  next() { this.count += this.#step; return this.count; }
  get twice() { return this.count * 2; }
}
class Countdown extends Counter {
  next() { super.next(); return -this.count; }
}
function sum(list) {
  let total = 0;
  for (let i = 0; i < list.length; i++) {
    total += list[i];
  }
  return total;
}
function mix(a, b) {
  let bits = (a ^ b) << 3 | a >>> 2;
  if (a < b && a !== 0 || !b) {
    bits = ~bits % 7 - a / b;
  }
  switch (bits & 3) {
    case 0: return bits * 1.5;
    case 1: return -bits;
    default: return `${typeof bits} ${bits}`;
  }
}
function build(n) {
  const [first, ...rest] = [n, n + 1, n + 2];
  const { a, b = 3 } = { a: first, get c() { return a; } };
  const list = new Array(3).fill(a);
  list[1] = b;
  list.push(rest.length);
  return list;
}
function safely(f) {
  try {
    return f();
  } catch (error) {
    return error instanceof TypeError ? error.name : error.message;
  } finally {
    globalThis.calls = (globalThis.calls ?? 0) + 1;
  }
}
const fib = n => n < 2 ? n : fib(n - 1) + fib(n - 2);
const counter = new Counter(1);
const down = new Countdown(5);
const names = new Map();
let text = '';
for (let i = 0; i < 20; i++) {
  text += `${counter.next()}: ${new Point(3 * i, 4.5 * i).length().toFixed(2)} ${mix(i, 3)}; `;
  down.next();
  names.set('n' + i, build(i));
  safely(() => { throw new Error('a'); });
  safely(() => null.missing);
}
for (const [name, list] of names) {
  text += name.charCodeAt(1) + sum(list);
}
for (const key in { a: 1, b: 2 }) {
  text += key.toUpperCase().padStart(3);
}
const squares = [3, 1, 2].map(n => n * n).filter(n => n > 1).sort((a, b) => a - b);
console.log(text.split(';').length, squares, counter.twice, fib(10), calls, { name: 'x', json: JSON.stringify(JSON.parse('{"a":[1,"two",null]}')) });
