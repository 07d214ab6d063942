// typeof in code that gets hot.
function type(value) {
  return typeof value;
}

function isKind(value) {
  if (typeof value === 'number') {
    return 'n';
  }
  if (typeof value === 'string') {
    return 's';
  }
  return typeof value !== 'undefined' ? typeof value === 'function' ? 'f' : '-' : 'u';
}

const values = [0, -0, 1.5, NaN, 2 ** 31, Infinity, '', 'text', true, false, null, undefined, Symbol(), {}, [], () => 0, class {}, Math.max, (function () {}).bind(),
  new Map(), new Error('e'), /x/, new Date(0), new Uint8Array(1), function* () {}, (function () { return arguments; })(), Object.create(null), globalThis,
  new Number(1), new String(''), JSON, Symbol.prototype];
for (let round = 0; round < 100; round++) {
  const types = values.map(type).join(' ');
  const kinds = values.map(isKind).join('');
  if (round % 99 === 0) {
    console.log(types);
    console.log(kinds);
  }
}
function numbers(n) {
  let sum = 0;
  for (let i = 0; i < n; i++) {
    if (typeof i === 'number' && typeof (i / 2) === 'number' && typeof (sum | 0) !== 'string') {
      sum += i;
    }
  }
  return sum;
}
console.log(numbers(3000), typeof notDefined);
