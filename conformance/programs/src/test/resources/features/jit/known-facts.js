// What compiled code has found out of an object holds until something may change the object.
'use strict';

function Point(x, y) {
  this.x = x;
  this.y = y;
}

// Two reads of one object, and in between arithmetic that runs a valueOf.
function around(o, other) {
  const first = o.x;
  const sum = first + other;
  return first + ':' + sum + ':' + o.y + ':' + o.x;
}
for (let i = 0; i < 300; i++) {
  around(new Point(i, 1), 2);
}
console.log(around(new Point(1, 2), 3));
for (let i = 0; i < 4; i++) {
  const victim = new Point(5, 6);
  const saboteur = {
    valueOf() {
      delete victim.x;
      victim.x = 'moved';
      victim.z = 'added';
      return 10;
    },
  };
  console.log(around(victim, saboteur), Object.keys(victim).join());
}

// One of two names of the same object gets another property.
function alias(a, b) {
  const before = a.x;
  b.added = before + 1;
  return before + a.y + (a.added === undefined ? 0 : a.added);
}
for (let i = 0; i < 300; i++) {
  alias(new Point(i, 1), new Point(i, 2));
}
console.log(alias(new Point(1, 2), new Point(3, 4)));
const both = new Point(10, 20);
console.log(alias(both, both), alias(both, both));

// A loop over an object and an array that do not change, unless a getter changes them.
const source = { get value() { return this.run ? this.run() : 1; } };
function loop(n, o, array, s) {
  let sum = 0;
  for (let i = 0; i < n; i++) {
    sum += o.x + array[i & 3] + s.value;
    array[i & 1] = i & 3;
  }
  return sum + ' ' + o.x + ' ' + array.length;
}
for (let i = 0; i < 20; i++) {
  loop(100, new Point(i, 1), [1, 2, 3, 4], source);
}
console.log(loop(100, new Point(1, 1), [1, 2, 3, 4], source));
for (let i = 0; i < 4; i++) {
  const o = new Point(7, 8);
  const array = [1, 2, 3, 4];
  let calls = 0;
  const s = Object.create(source);
  s.run = () => {
    if (++calls === 50) {
      Object.defineProperty(o, 'x', { get() { return 1000; }, configurable: true });
      array.length = 0;
      array.push(9, 9, 9, 9);
    }
    return calls;
  };
  console.log(loop(100, o, array, s));
}

// A loop that is left without having been entered needs nothing of what it would have read.
function never(n, o, array) {
  let sum = 0;
  for (let i = 0; i < n; i++) {
    sum += o.x + array[i % 2];
  }
  return sum;
}
for (let i = 0; i < 200; i++) {
  never(10, new Point(i, 1), [i, 2]);
}
console.log(never(0, undefined, null), never(0, 5, 'text'), never(3, { y: 1, x: 2 }, [1, 2]), never(2, { x: 'a' }, 'bc'));
try {
  never(1, undefined, []);
} catch (e) {
  console.log(e.message);
}

// What was known where an exception was thrown is not known where it is caught.
function caught(o, f) {
  let result = o.x;
  try {
    result += o.y;
    f(o);
    result += o.x;
  } catch (e) {
    result += ' caught ' + o.x + ' ' + o.y;
  }
  return result + ' ' + o.x;
}
for (let i = 0; i < 300; i++) {
  caught(new Point(i, 2), o => o.y);
}
for (let i = 0; i < 4; i++) {
  console.log(caught(new Point(1, 2), o => {
    delete o.y;
    o.x = 'other';
    throw new Error('thrown');
  }));
}

// An object changes in a loop by what the loop itself does.
function grows(n) {
  const o = new Point(1, 2);
  let sum = 0;
  for (let i = 0; i < n; i++) {
    sum += o.x;
    if (i === n - 5) {
      o.z = i;
    }
    sum += o.y;
  }
  return sum + ' ' + o.z;
}
for (let i = 0; i < 50; i++) {
  grows(50);
}
console.log(grows(1000));

// Lengths that are int32, until one is not.
function lengths(a) {
  let sum = 0;
  for (let i = 0; i < a.length; i++) {
    sum += a.length - i;
  }
  return sum;
}
for (let i = 0; i < 200; i++) {
  lengths([1, 2, 3]);
}
console.log(lengths([1, 2, 3, 4]), lengths('text'), lengths({ length: 2.5 }), lengths({ length: '3' }), lengths({}));

// The loop is hot with one shape, and goes on with others.
function changes(objects) {
  let sum = 0;
  for (let o of objects) {
    for (let i = 0; i < 20; i++) {
      sum += o.x;
    }
  }
  return sum;
}
const objects = [];
for (let i = 0; i < 200; i++) {
  objects.push(i < 120 ? new Point(i, 1) : i % 3 === 0 ? { x: 1 } : i % 3 === 1 ? { y: 1, x: 2 } : { get x() { return 3; } });
}
console.log(changes(objects), changes(objects));
