// What a loop reads in each iteration without writing it may be read once. Everything here makes such a read wrong, sooner or later.
'use strict';

const WARM = 300;

function Point(x, y) {
  this.x = x;
  this.y = y;
}

function warm(f, ...args) {
  let last;
  for (let i = 0; i < WARM; i++) {
    last = f(...args);
  }
  return last;
}

function attempt(f, ...args) {
  try {
    return String(f(...args));
  } catch (e) {
    return e.name;
  }
}

// Another name for the object that is read.
function alias(read, written, n) {
  let sum = 0;
  for (let i = 0; i < n; i++) {
    sum += read.x * 2;
    written.x = sum + 0.5;
  }
  return sum;
}
console.log('alias', warm(alias, new Point(1.5, 2), new Point(1.5, 2), 8));
const same = new Point(1.5, 2);
console.log('alias', alias(same, same, 8));

// Another property of the same object, and one that stands elsewhere in an object of another shape.
function neighbours(point, n) {
  let sum = 0;
  for (let i = 0; i < n; i++) {
    point.y = point.y + point.x;
    sum += point.y;
  }
  return sum;
}
console.log('neighbours', warm(neighbours, new Point(0.25, 0), 5), neighbours(new Point(3, 4), 5), neighbours(new Point('a', 'b'), 3));

// A conversion runs code that writes what was read.
function converted(point, factor, n) {
  let sum = 0;
  for (let i = 0; i < n; i++) {
    sum += point.x * factor;
  }
  return sum;
}
console.log('converted', warm(converted, new Point(1.5, 0), 2.5, 6));
for (const change of [
  p => { p.x += 1; },
  p => { delete p.x; },
  p => { p.x = 'text'; },
  p => Object.defineProperty(p, 'x', { get() { return 7; }, configurable: true }),
  p => Object.setPrototypeOf(p, { x: 9 }),
  p => { p.z = 1; p.x = 4; },
]) {
  const point = new Point(1.5, 0);
  let calls = 0;
  console.log('converted', converted(point, { valueOf() { if (++calls === 3) { change(point); } return 2; } }, 6), calls);
}

// A captured variable, written by a conversion, by a function that is called, and after the loop.
let captured = 1.5;
function readsCaptured(step, n) {
  let sum = 0;
  for (let i = 0; i < n; i++) {
    sum += captured * step;
  }
  return sum;
}
console.log('captured', warm(readsCaptured, 2, 5));
console.log('captured', readsCaptured({ valueOf() { captured++; return 1; } }, 5), captured);
captured = 'ab';
console.log('captured', readsCaptured(2, 3));
captured = { valueOf: () => 3 };
console.log('captured', readsCaptured(2, 3));

function counts() {
  let count = 0.5;
  const add = () => { count += 1; };
  return n => {
    let sum = 0;
    for (let i = 0; i < n; i++) {
      sum += count;
      if (i === 3) {
        add();
      }
    }
    return sum;
  };
}
console.log('called', warm(counts(), 6));

// A captured variable that the loop writes itself, through another scope.
let written = 0;
function writesCaptured(n) {
  let sum = 0;
  for (let i = 0; i < n; i++) {
    written = written + 1;
    sum += written;
  }
  return sum;
}
console.log('written', warm(writesCaptured, 4), written);

// Globals.
globalThis.shared = 2.5;
function readsGlobal(by, n) {
  let sum = 0;
  for (let i = 0; i < n; i++) {
    sum += shared * by;
  }
  return sum;
}
console.log('global', warm(readsGlobal, 2, 4));
console.log('global', readsGlobal({ valueOf() { shared += 1; return 1; } }, 4), shared);
function writesGlobal(n) {
  let sum = 0;
  for (let i = 0; i < n; i++) {
    shared = shared + 1;
    sum += shared;
  }
  return sum;
}
console.log('global', warm(writesGlobal, 3), shared);
delete globalThis.shared;
console.log('global', attempt(readsGlobal, 1, 2), attempt(readsGlobal, 1, 0));

// A function of Math that is replaced.
function roots(values) {
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    sum += Math.sqrt(values[i]);
  }
  return sum;
}
console.log('roots', warm(roots, [1, 4, 9.5]));
const sqrt = Math.sqrt;
console.log('roots', roots([1, { valueOf() { Math.sqrt = x => -x; return 4; } }, 9, 16]));
console.log('roots', roots([1, 4]));
Math.sqrt = sqrt;
console.log('roots', roots([1, 4]));

// Lengths.
function grows(array, most) {
  let steps = 0;
  for (let i = 0; i < array.length && i < most; i++) {
    if (i % 3 === 0) {
      array[array.length] = i;
    }
    steps += array.length;
  }
  return steps;
}
let growths = 0;
for (let i = 0; i < WARM; i++) {
  growths += grows([1, 2, 3], 9);
}
console.log('grows', growths, grows([1, 2], 12), attempt(grows, 'text', 3));
function lengths(holder) {
  let sum = 0;
  for (let i = 0; i < holder.items.length; i++) {
    sum += holder.items[i].value;
  }
  return sum;
}
const holder = { items: [{ value: 1.5 }, { value: 2 }, { value: 3 }] };
console.log('lengths', warm(lengths, holder));
holder.items[1] = { get value() { holder.items = [{ value: 100 }]; return 0.5; } };
console.log('lengths', lengths(holder), lengths(holder));
holder.items = [{ value: 1 }, , { value: 2 }];
console.log('lengths', attempt(lengths, holder));
holder.items = [{ value: 1 }, 5, { value: 2 }];
console.log('lengths', attempt(lengths, holder));
holder.items = 'text';
console.log('lengths', lengths(holder));
holder.items = { length: 2, 0: { value: 3 }, 1: { value: 4.5 } };
console.log('lengths', lengths(holder));
holder.items = null;
console.log('lengths', attempt(lengths, holder));

// Loops that are not entered read nothing.
function never(point, n) {
  let sum = 0;
  for (let i = 0; i < n; i++) {
    sum += point.x;
  }
  return sum;
}
console.log('never', warm(never, new Point(2.5, 1), 4), attempt(never, null, 0), attempt(never, undefined, 0), attempt(never, null, 1));
let touched = 0;
const touchy = { get x() { touched++; return 1; } };
console.log('never', never(touchy, 0), touched, never(touchy, 3), touched);
for (let i = 0; i < 5; i++) {
  console.log('never', attempt(never, null, 0), never(new Point(i, i), 3));
}

// What is read is an int32, a double, NaN, -0, and no number at all.
function numbers(point, n) {
  let product = 1.5;
  for (let i = 0; i < n; i++) {
    product = product * point.x;
  }
  return product;
}
console.log('numbers', warm(numbers, new Point(0.5, 0), 3));
for (const value of [2, 0.5, NaN, -0, Infinity, '2', null, undefined, true, 'x', [3], 2 ** 31, Symbol.iterator]) {
  console.log('numbers', attempt(numbers, new Point(value, 0), 3), Object.is(attempt(numbers, new Point(value, 0), 1), '-0'));
}
console.log('numbers', numbers(new Point(0.5, 0), 3), 1 / numbers(new Point(-0, 0), 1));
const nan = new Point(NaN, 0);
console.log('numbers', warm(numbers, nan, 2), warm(numbers, new Point(3, 0), 2));

// A loop that is entered in its midst, since its function is called once.
function once(point, n) {
  let sum = 0;
  for (let i = 0; i < n; i++) {
    sum += point.x * point.y - i;
    if (i === 50000) {
      point.x = point.x + 1;
    }
  }
  return sum;
}
console.log('once', once(new Point(1.25, 2), 100000));
(function (point) {
  let sum = 0;
  for (let i = 0; i < 60000; i++) {
    sum += point.x + captured.k;
    if (i === 30000) {
      captured = { k: 2.5 };
    } else if (i === 40000) {
      point = new Point('s', 0);
    } else if (i > 40000) {
      break;
    }
  }
  console.log('once', sum);
})(new Point(0.5, 1), captured = { k: 1 });

// Handlers inside of the loop and around it.
function handled(point, f, n) {
  let log = '';
  for (let i = 0; i < n; i++) {
    try {
      log += point.x;
      f(i);
    } catch (e) {
      log += e + point.x;
    }
  }
  return log;
}
console.log('handled', warm(handled, new Point(1, 2), i => i, 3));
const changing = new Point(1, 2);
console.log('handled', handled(changing, i => { changing.x += i; throw i; }, 4));
function outside(point, divisor, n) {
  let sum = 0;
  try {
    for (let i = 0; i < n; i++) {
      sum += point.x / divisor;
    }
  } catch (e) {
    return [e, sum, point.x].join();
  }
  return sum;
}
console.log('outside', warm(outside, new Point(1.5, 2), 2, 4));
let throws = 0;
const thrower = new Point(1.5, 2);
console.log('outside', outside(thrower, { valueOf() { thrower.x = 9; if (++throws === 3) { throw 'thrown'; } return 3; } }, 9));

// Nested loops, where the inner one reads what the outer one changes.
function nested(points, n) {
  let sum = 0;
  for (let i = 0; i < points.length; i++) {
    const point = points[i];
    for (let j = 0; j < n; j++) {
      sum += point.x * j + point.y;
    }
    point.x = point.x + 0.5;
  }
  return sum;
}
const points = [new Point(1, 2), new Point(0.5, 3), new Point(2, 2)];
console.log('nested', warm(nested, points, 4), nested([new Point(1, 'y'), { y: 2, x: 1 }, new Point(2, 1)], 2));

// Nothing but what was read before the loop holds on to a cell, and the loop makes many others.
function keeps(box, n) {
  let last = null;
  for (let i = 0; i < n; i++) {
    last = { previous: null, text: box.inner.list[i % 3], i };
  }
  return last.text + last.i;
}
console.log('keeps', warm(keeps, { inner: { list: ['a', 'b', 'c'] } }, 50));
console.log('keeps', keeps({ inner: { list: ['x', 'y', 'z'] } }, 200000));

// Loops of generators, resumed with something else.
function* generates(point, n) {
  for (let i = 0; i < n; i++) {
    yield point.x + i;
  }
  let sum = 0;
  for (let i = 0; i < n; i++) {
    sum += point.x * 2;
  }
  yield sum;
}
let total = 0;
for (let i = 0; i < WARM; i++) {
  const point = new Point(0.5, 0);
  for (const value of generates(point, 3)) {
    total += value;
    point.x += 0.25;
  }
}
console.log('generates', total);
