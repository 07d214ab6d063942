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

// The slow paths of what is compiled above: other types than seen before, growing, failing.
function relate(a, b) {
  return [a < b, a <= b, a > b, a >= b, a == b, a != b, a === b, a !== b, !a, a + b, a - b, a * b, a / b, a % b, a & b, a | b, a << b, -a, +b];
}
function walk(root, visit) {
  const open = [root];
  while (open.length > 0) {
    const node = open.pop();
    visit(node);
    for (const child of node.children ?? []) {
      open.push(child);
    }
    do {
      node.seen = (node.seen | 0) + 1;
    } while (node.seen < 2);
  }
}
function* upTo(n) {
  outer: for (let i = 0; ; i++) {
    for (let k = 0; k < 2; k++) {
      if (i === n) break outer;
      if (k) continue outer;
      yield i;
    }
  }
}
const counters = [];
for (let i = 0; i < 4; i++) {
  counters.push(() => i++ + counters.length);
}
const values = [1, 2.5, 'a', '10', null, undefined, true, [1], { valueOf: () => 3 }, -0, NaN, 2147483647];
let shown = '';
for (const a of values) {
  for (const b of values) {
    shown += relate(a, b).join();
  }
}
walk({ children: [{ children: [] }, { other: 1, children: [{ last: true }] }] }, node => { shown += Object.keys(node); });
for (let round = 0; round < 8; round++) {
  shown += [...upTo(3)] + counters.map(f => f()).reduce((a, b) => a + b, 0);
  shown += `${'a,b;c'.split(/[,;]/)}`.replace(/b/g, m => m.toUpperCase()).slice(1).trim().indexOf('c') + 'xyz'.substring(1) + parseInt('12') + Number('1.5e3');
  const typed = new Float64Array(4), set = new Set([1, 'a', typed]), { x, ...others } = { x: 1, y: 2, z: [3] };
  typed[round & 3] = x / 3;
  set.delete('a');
  delete others.y;
  shown += set.has(typed) + JSON.stringify([others, typed, 'ä"\n'], null, 1) + Math.max(round, 2.5) + Math.floor(-round / 2) + 'y' in others;
  shown += [5, 1, 4].sort().concat(['b']).reverse() + safely(() => undeclared) + safely(() => (0)()) + (12.345).toFixed(1) + (255).toString(16) + 1e21;
  const [p = 1, , q] = [undefined, 2, 3], copy = { ...others, [`k${round}`]: [...typed, p, q] };
  shown += Object.entries(copy).length + String(Symbol.iterator in copy) + copy?.none?.deep + (void 0 ?? Array.isArray(values));
}
setTimeout(() => console.log(shown.length, new Date(0).toISOString(), String(new Error('e').stack).length > 0), 0);
Promise.resolve(1).then(async one => one + await 1);
