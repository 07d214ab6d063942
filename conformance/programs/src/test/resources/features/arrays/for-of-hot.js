// for-of and array patterns over arrays in hot code; and what interferes with them.
'use strict';

function sum(iterable) {
  let total = 0;
  for (const value of iterable) {
    total += value;
  }
  return total;
}
function find(iterable, wanted) {
  for (const value of iterable) {
    if (value === wanted) {
      return 'found ' + value;
    }
    if (value === 'throw') {
      throw new Error('thrown from the loop');
    }
  }
  return 'none';
}
function pairs(list) {
  const out = [];
  for (const [key, value = 'default', ...rest] of list) {
    out.push(key + '=' + value + '/' + rest.length);
  }
  return out.join(' ');
}
function swap(pair) {
  [pair[0], pair[1]] = [pair[1], pair[0]];
  return pair;
}
function spread(...lists) {
  return [].concat(...lists).length + [...lists[0], ...lists[lists.length - 1]].join('');
}
function* steps(list) {
  for (const value of list) {
    yield value * 2;
  }
}

for (let round = 0; round < 400; round++) {
  sum([1, 2, 3]);
  find([1, 'x', 2], 'x');
  pairs([[1, 2], ['k'], ['a', 'b', 'c', 'd']]);
  swap([round, 'r']);
  spread([1], [2, 3]);
  sum(steps([1, 2]));
}

console.log(sum([]), sum([0.5, 1.5, 2]), sum([1, , 3]), sum('12'), sum(new Set([1, 2, 3])), sum(steps([1, 2, 3])));
console.log(find([1, 2, 3], 2), find([], 1), find('abc', 'c'));
console.log(pairs([[], [undefined], ['a', null, 1, 2, 3], 'xyz']));
console.log(swap([1, 2]), swap([1]), spread([1, 2], 'ab'), spread([]));
try {
  find([1, 'throw'], 2);
} catch (error) {
  console.log(error.message);
}
for (const bad of [null, undefined, 1, {}, { [Symbol.iterator]: 1 }, { [Symbol.iterator]() { return 1; } }]) {
  try {
    sum(bad);
  } catch (error) {
    console.log(error.constructor.name);
  }
}

// Arrays that change on the way.
const growing = [1, 2, 3];
let visits = 0;
for (const value of growing) {
  if (visits++ < 5) growing.push(value * 10);
}
console.log(visits, growing.length);
const shrinking = [1, 2, 3, 4, 5];
visits = 0;
for (const value of shrinking) {
  visits++;
  shrinking.pop();
}
console.log(visits, shrinking);
for (const value of (function () { return arguments; })(7, 8)) console.log(value);
outer: for (const row of [[1, 2], [3, 4], [5]]) {
  for (const cell of row) {
    if (cell === 2) continue outer;
    if (cell === 4) break outer;
    console.log('cell', cell);
  }
}

// A return method that somebody gives to array iterators is called when a loop is left early, with an iterator that goes on from there.
const ArrayIteratorPrototype = Object.getPrototypeOf([][Symbol.iterator]());
ArrayIteratorPrototype.return = function () {
  console.log('return', Object.prototype.toString.call(this), JSON.stringify(this.next()));
  return {};
};
console.log(find([1, 2, 3, 4], 2), find([1, 2], 5));
const [first] = ['only', 'more'];
console.log(first);
try {
  find(['a', 'throw', 'b'], 'c');
} catch (error) {
  console.log(error.message);
}
delete ArrayIteratorPrototype.return;

// The next method that counts is the one at the loop's beginning.
const next = ArrayIteratorPrototype.next;
let seen = 0;
for (const value of [1, 2, 3]) {
  seen += value;
  ArrayIteratorPrototype.next = function () { return { done: true }; };
}
console.log(seen, sum([1, 2, 3]));
ArrayIteratorPrototype.next = next;
const values = Array.prototype[Symbol.iterator];
Array.prototype[Symbol.iterator] = function* () { yield 100; };
console.log(sum([1, 2, 3]), [...[1, 2]].length);
Array.prototype[Symbol.iterator] = values;
console.log(sum([1, 2, 3]), [...[1, 2]].length);
Object.defineProperty(Array.prototype, 1, { get() { return 40; }, configurable: true });
const withInherited = sum([1, , 1]);
delete Array.prototype[1];
console.log(withInherited);
