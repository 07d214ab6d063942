// What compiled code does with strings without leaving machine code: pieces, searches, comparisons, and what it must leave to others.
let rope = '';
for (let i = 0; i < 40; i++) {
  rope += 'xyz';
}
const long = rope.repeat(5);
const texts = ['', 'a', 'A', ' ', 'hello', '  both ends\t\n', 'gr\u00fc\u00df', '\u20ac 5', 'ab\u20accd', '\u2028x\u2028', '\u00a0nbsp\u00a0', 'HeLLo', '\u00c4', 'caf\u00e9 \u20ac', rope,
  rope + '\u2026', long, long + '\u20ac', '12345678', '123456789abcdefg', '\ud835\udcb3', '\u0085', '\ufeffbom', '\u000b\u000c', 'x '.repeat(20)];
const bounds = [0, 1, 2, 8, 9, 16, 596, -1, -100, undefined, 1.5, '2'];

function mark(text) {
  return `${text.length}:${(text.length > 20 ? text.slice(0, 3) + text.slice(-3) : text).replace(/[^ -~]/g, c => '#' + c.charCodeAt(0).toString(16))}`;
}
function pieces(text, from, to) {
  return [text.slice(from), text.slice(from, to), text.substring(from), text.substring(from, to)];
}
function allPieces(text) {
  let hash = 0;
  const shown = [];
  for (const from of bounds) {
    for (const to of bounds) {
      for (const piece of pieces(text, from, to)) {
        for (let i = 0; i < piece.length; i += 7) {
          hash = (hash * 31 + piece.charCodeAt(i)) | 0;
        }
        hash = (hash * 31 + piece.length) | 0;
        if (to === 2 && from === 1) {
          shown.push(mark(piece));
        }
      }
    }
  }
  return `${hash} ${shown.join('|')}`;
}
function transforms(text) {
  return [text.trim(), text.toLowerCase(), text.toLowerCase() === text, text.trim() === text].map(String).map(mark).join('|');
}
function searches(text, pattern, at) {
  return [text.startsWith(pattern), text.endsWith(pattern), text.includes(pattern), text.indexOf(pattern), text.includes(pattern, at), text.indexOf(pattern, at),
    text.split(pattern).length, text.split(pattern).join(pattern) === text];
}
function order(a, b) {
  return (a < b) + 2 * (a <= b) + 4 * (a > b) + 8 * (a >= b);
}
function branches(a, b) {
  let bits = 0;
  if (a < b) bits |= 1;
  if (a <= b) bits |= 2;
  if (a > b) bits |= 4;
  if (a >= b) bits |= 8;
  if (!(a < b)) bits |= 16;
  if (!(a >= b)) bits |= 32;
  return bits;
}
const patterns = ['', 'l', 'lo', 'x', 'yz', '\u20ac', '\u00fc', 'hello there', 'xyzxyz', ' '];
const operands = [...texts, undefined, null, 0, 5, 1.5, NaN, true, 'hellp', 'hell', '5', { valueOf: () => 'hello' }];
function round() {
  const lines = [];
  for (const text of texts) {
    lines.push(allPieces(text), transforms(text));
    for (const pattern of patterns) {
      lines.push(searches(text, pattern, 0).join(), searches(text, pattern, 2).join(), searches(text, pattern, 1000).join(), searches(text, pattern, -3).join());
    }
  }
  for (const a of operands) {
    lines.push(operands.map(b => order(a, b)).join(), operands.map(b => branches(a, b)).join());
  }
  return lines;
}
let first;
for (let i = 0; i < 2; i++) {
  const lines = round();
  first = first || lines.join('\n');
  if (lines.join('\n') !== first) {
    console.log('round', i, 'differs');
  }
}
console.log(first);

// Pieces compare and index as other strings do, and serve as keys.
const words = 'alpha beta gamma d \u20acuro \u00fcber'.split(' ');
const seen = {};
function count(text, from, to) {
  const key = text.slice(from, to);
  seen[key] = (seen[key] || 0) + 1;
  return key;
}
for (let i = 0; i < 120; i++) {
  const word = words[i % words.length];
  count(`<${word}>`, 1, -1);
}
console.log(JSON.stringify(seen), words.map(word => word === count(`<${word}>`, 1, -1)).join());

// Concatenations that take two bytes a character.
function grow(parts, n) {
  let text = '';
  for (let i = 0; i < n; i++) {
    text += parts[i % parts.length];
  }
  return text;
}
for (let n = 0; n < 40; n++) {
  for (let i = 0; i < 4; i++) {
    grow(['a', '\u20ac', '\u00fc', 'bc\u2026', 'def'], n);
  }
}
for (let n = 0; n < 40; n += 3) {
  const text = grow(['a', '\u20ac', '\u00fc', 'bc\u2026', 'def'], n);
  console.log(text, text.length, text === [...text].join(''), 'key' in { key: 1 }, { [text]: 1 }[text]);
}

// join and split: other arrays, other receivers, other arguments.
function join(array, separator) {
  return array.join(separator);
}
function joinPlain(array) {
  return array.join();
}
const sparse = [];
sparse[5000000] = 'far';
sparse.length = 1;
const samples = [[], ['only'], [''], [undefined], [null], [1], [,], ['a', 'b'], ['a', , 'c'], ['\u20ac', 'x'], [[], ['nested']], Object.freeze(['frozen']), sparse, [true]];
for (let i = 0; i < 30; i++) {
  samples.forEach(sample => [join(sample, ', '), joinPlain(sample)]);
}
console.log(samples.map(sample => [join(sample, '-'), join(sample, '\u20ac'), join(sample, undefined), join(sample, null), join(sample, 1), joinPlain(sample)].join('|')).join('\n'));
console.log(join({ length: 1, 0: 'like', join: Array.prototype.join }, '-'), join(Array(3000), 'ab').length, join(Array(2050).fill('q'), '').length);
Object.defineProperty(Array.prototype, 0, { get: () => 'inherited', configurable: true });
console.log(join([,], '-'), 'x'.split(',').join());
delete Array.prototype[0];
function split(text, separator, limit) {
  return limit === undefined ? text.split(separator) : text.split(separator, limit);
}
for (let i = 0; i < 120; i++) {
  split('abc', ',').push(i);
}
const alone = split('alone', ',');
alone.push('more');
alone[1] += '!';
console.log(alone.length, alone.join(), split('alone', ',').length);
console.log(['a,b,c', '', ',', 'a\u20acb', '\u00e4,\u20ac,x'].map(text => JSON.stringify([split(text, ','), split(text, ',', 2), split(text, ',', 0), split(text, ''), split(text, undefined),
  split(text, '\u20ac'), split(text, /,/), split(text, { [Symbol.split]: () => ['own'] }), split(text, 'longer'), text.split()])).join('\n'));

// Questions of numbers.
function kinds(x) {
  return [isFinite(x), isNaN(x), Number.isFinite(x), Number.isNaN(x)].join();
}
const numbers = [0, -0, 5, 1.5, -1e308, 5e-324, Infinity, -Infinity, NaN, '3', 'x', undefined, null, true, {}, { valueOf: () => 7 }];
for (let i = 0; i < 30; i++) {
  numbers.forEach(kinds);
}
console.log(numbers.map(kinds).join(' '), isFinite(), isNaN(1, 2));
for (const value of [undefined, null, 5, true]) {
  for (const name of ['slice', 'trim', 'toLowerCase', 'split', 'startsWith', 'includes', 'substring']) {
    try {
      console.log(name, String.prototype[name].call(value, 0));
    } catch (error) {
      console.log(error.message);
    }
  }
}
for (const name of ['startsWith', 'endsWith', 'includes']) {
  try {
    console.log(name, 'abc'[name](/a/));
  } catch (error) {
    console.log(error.message);
  }
}
