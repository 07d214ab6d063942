// Iterator.prototype's methods, Iterator.from, concat and zip; the other iterators are closed when theirs end. (Not in node 20.)
function* numbers() {
  try {
    for (let i = 1; ; i++) {
      yield i;
    }
  } finally {
    console.log('closed');
  }
}

console.log(numbers().filter(n => n % 2).map((n, i) => n * 10 + i).drop(1).take(3).toArray().join());
console.log(numbers().take(4).flatMap(n => [n, -n]).toArray().join());
console.log([5, 6, 7].values().reduce((sum, n) => sum + n), [5, 6].values().every(n => n > 5), numbers().some(n => n > 3), numbers().find(n => n > 4));
[1, 2].values().forEach((n, i) => console.log(n, i));

for (const wrong of [() => numbers().map(1), () => numbers().take(-1), () => numbers().drop(NaN), () => new Iterator(), () => Iterator()]) {
  try {
    wrong();
  } catch (e) {
    console.log(e.name + ': ' + e.message);
  }
}

const throwing = numbers().map(() => {
  throw new Error('from the mapper');
});
try {
  throwing.next();
} catch (e) {
  console.log(e.message, throwing.next().done);
}

const half = numbers().map(n => n);
half.next();
console.log(half.return().done, half.next().done);

const plain = { i: 0, next() { return { done: this.i > 1, value: this.i++ }; } };
console.log(Iterator.from(plain).map(n => n + 1).toArray().join(), Iterator.from('a\u{1F600}b').toArray().length);
class Mine extends Iterator {
  next() {
    return { done: true };
  }
}
console.log(new Mine() instanceof Iterator, new Mine().toArray().length, Iterator.from(new Mine()) instanceof Mine);

console.log(Iterator.concat([1, 2], new Set([3]), 'ab'[Symbol.iterator]()).toArray().join());
console.log([...Iterator.zip([[1, 2, 3], 'ab'[Symbol.iterator]()])].join(' '));
console.log([...Iterator.zip([[1, 2], [3]], { mode: 'longest', padding: ['x', 'y'] })].join(' '));
console.log(JSON.stringify([...Iterator.zipKeyed({ a: [1, 2], b: [3, 4] })]));
try {
  [...Iterator.zip([[1, 2], [3]], { mode: 'strict' })];
} catch (e) {
  console.log(e.name);
}
console.log(JSON.stringify([...[1, 2, 3, 4, 5].values().chunks(2)]), JSON.stringify([...[1, 2, 3].values().windows(2)]));
console.log(Object.prototype.toString.call(numbers().map(n => n)), Iterator.prototype[Symbol.toStringTag]);
