// Concatenation in code that gets hot: all lengths around where ropes begin, one and two bytes a character, and other types.
function sum(a, b) {
  return a + b;
}
function appended(text, n) {
  for (let i = 0; i < n; i++) {
    text += String.fromCharCode(97 + i % 26);
  }
  return text;
}
function template(a, b) {
  return `${a}-${b}!`;
}
const alphabet = 'abcdefghijklmnopqrstuvwxyz0123456789';
let checked = 0;
for (let i = 0; i <= 36; i++) {
  for (let j = 0; j <= 36; j++) {
    const left = alphabet.slice(0, i);
    const right = alphabet.slice(36 - j);
    const both = sum(left, right);
    if (both.length !== i + j || both.slice(0, i) !== left || both.slice(i) !== right) {
      console.log('wrong', i, j, both);
    }
    const wide = sum(left, '\u20ac' + right);
    if (wide.length !== i + j + 1 || wide.slice(0, i) !== left || wide.slice(i + 1) !== right || wide.charCodeAt(i) !== 0x20ac) {
      console.log('wrong', i, j, wide);
    }
    if (sum(both, 'x') === sum(left, right + 'x') && sum(wide, '') === wide && { [both]: 1 }[sum(left, right)] === 1) {
      checked++;
    }
  }
}
console.log(checked, appended('', 10), appended('', 60), appended('\u00e4', 60), appended('\u20ac', 30), appended('x', 3000).length);
const values = ['text', '', 1, 1.5, -0, true, null, undefined, [1, 2], {}, 'gr\u00fc\u00df', new String('s'), { valueOf: () => 7 }, { toString: () => 't' }, NaN];
for (let round = 0; round < 20; round++) {
  const lines = values.map(a => values.map(b => sum(a, b) + ',' + template(a, b)).join(' '));
  if (round % 19 === 0) {
    console.log(lines.join('\n'));
  }
}
for (const wrong of [Symbol('s'), Object.create(null)]) {
  for (const f of [sum, template]) {
    try {
      console.log(f('text', wrong));
    } catch (error) {
      console.log(error.message);
    }
  }
}
let huge = 'x'.repeat(2 ** 28);
try {
  huge = sum(huge, huge);
  huge = sum(huge, huge);
  console.log('no error');
} catch (error) {
  console.log(error.constructor.name, error.message, huge.length);
}
console.log('starts'.startsWith('art', 2), 'starts'.startsWith('art'), 'starts'.endsWith('art', 5), 'starts'.endsWith('ts'), 'ab'.endsWith('cab'), ''.startsWith(''),
  'a\u20acb'.startsWith('\u20ac', 1), 'a\u20acb'.endsWith('b'), 'x'.startsWith(undefined), '12'.startsWith(1), ['x y', ' x ', 'x\u3000', '\u00e4 ', ''].map(s => s.trim()).join('|'));
