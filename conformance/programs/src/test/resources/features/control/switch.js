function f(x) {
  switch (x) {
    case 1: return 'one';
    case 'a': case 'b': return 'letter';
    case null: return 'null';
    default: return 'other';
    case 2: return 'two';
  }
}
for (let i = 0; i < 200; i++) f(i % 4);
console.log([1, 2, 3, 'a', 'b', 'c', null, undefined, '1', NaN].map(f).join());
