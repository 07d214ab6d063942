// Comparing strings in code that gets hot: equal, of other lengths, of other characters, ropes, two bytes a character, and beside other types.
function equalities(a, b) {
  return [a === b, a !== b, a == b, a != b].map(Number).join('');
}

function branches(a, b) {
  let result = '';
  if (a === b) {
    result += 's';
  }
  if (a !== b) {
    result += 'n';
  }
  if (a == b) {
    result += 'l';
  }
  if (a != b) {
    result += 'm';
  }
  return result;
}

function constants(a) {
  return [a === 'x', a === '', a === 'word', a !== '10', a === '10', a === '\u20ac', a === '\u20ac\u20ac', a == 'word', a == '10', a == '1', a != 'x',
    'word' === a].map(Number).join('');
}

const long = 'abcdefgh'.repeat(6);
let rope = '';
for (let i = 0; i < 6; i++) {
  rope = rope + 'abcdefgh';
}
const values = ['', 'x', 'y', 'word', 'wor' + 'd', 'wore', '10', String(10), 10, 10.5, '10.5', '1', 1, true, false, null, undefined, NaN, 0, -0, '0', '\u20ac',
  String.fromCharCode(0x20ac), '\u20ac\u20ac', '\u20ac'.repeat(2), '\u20acb', '\xe4', '\xe4\xe4', '\xe4'.repeat(2), long, long.slice(0, 24) + long.slice(24), rope,
  rope + '!', long.slice(0, 47) + '?', long + long, Symbol.iterator, {}, [], ['word'], new String('word'), { toString: () => 'word' }];
const shared = values[values.length - 5];
for (let round = 0; round < 4; round++) {
  const seen = new Map();
  let different = 0;
  for (let i = 0; i < values.length; i++) {
    for (let j = 0; j < values.length; j++) {
      const a = values[i];
      const b = values[j];
      let key;
      try {
        key = equalities(a, b) + branches(a, b);
      } catch (error) {
        key = error.message;
      }
      seen.set(key, (seen.get(key) || 0) + 1);
      if (i !== j && a === b) {
        different++;
      }
    }
  }
  console.log(round, different, [...seen].sort().join(' '));
}
for (let round = 0; round < 30; round++) {
  const lines = values.map(value => typeof value === 'symbol' ? '-' : constants(value));
  if (round % 29 === 0) {
    console.log(lines.join(' '));
  }
}

// Ropes that are compared before anybody has asked for their characters.
function fresh(n) {
  let text = 'start of something long enough to be a rope ';
  for (let i = 0; i < n; i++) {
    text += 'more';
  }
  return text;
}
let equal = 0;
for (let i = 0; i < 300; i++) {
  if (fresh(i % 7) === fresh(i % 5)) {
    equal++;
  }
}
console.log(equal);

// One character, however it was made, is the same string.
function same(a, b) {
  return a === b;
}
let count = 0;
for (let i = 0; i < 256; i++) {
  const made = String.fromCharCode(i);
  const others = [('a' + made).slice(1), ('a' + made)[1], JSON.parse(JSON.stringify(made)), made.repeat(3).charAt(2), [made].join(), '\u20ac' + made];
  others[5] = others[5].substring(1);
  others.push(decodeURIComponent(encodeURIComponent(made)), made.concat(''), (made + '-').split('-')[0], made.split('')[0], [...made][0]);
  for (const other of others) {
    if (same(made, other)) {
      count++;
    } else {
      console.log(i, other);
    }
  }
}
console.log(count);
