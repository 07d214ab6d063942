// The methods that combine and compare sets, getOrInsert and groupBy. (Not in node 20.)
const a = new Set([1, 2, 3, NaN]);
const b = new Set([3, 4, NaN, -0]);
for (const method of ['union', 'intersection', 'difference', 'symmetricDifference']) {
  console.log(method, [...a[method](b)].join(), [...b[method](a)].join());
}
console.log(new Set([1]).isSubsetOf(a), a.isSubsetOf(new Set([1])), a.isSupersetOf(new Set([2, 3])), a.isDisjointFrom(b), a.isDisjointFrom(new Set()));

// Whatever has size, has and keys is a set; of a Map the keys.
console.log([...a.intersection(new Map([[3, 'x'], [2, 'y']]))].join());
const other = {
  get size() { console.log('size'); return 2; },
  get has() { console.log('has'); return v => v === 1; },
  get keys() { console.log('keys'); return function* () { yield 1; yield 9; }; },
};
console.log([...a.union(other)].join(), a.isSupersetOf(other));
for (const wrong of [[1], { size: NaN }, { size: -1 }, { size: 1, has: 1 }, 5]) {
  try {
    a.union(wrong);
  } catch (e) {
    console.log(e.name);
  }
}

const map = new Map([['k', 1]]);
console.log(map.getOrInsert('k', 2), map.getOrInsert('l', 3), map.getOrInsertComputed('m', key => key + '!'), map.size);
const weak = new WeakMap();
const key = {};
console.log(weak.getOrInsert(key, 1), weak.getOrInsertComputed(key, () => 2));
try {
  weak.set(Symbol.for('shared'), 1);
} catch (e) {
  console.log(e.name, weak.set(Symbol('own'), 1) === weak);
}
