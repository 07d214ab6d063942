// Characters by index, lengths and methods of strings in code that gets hot.
function characters(text) {
  let result = '';
  for (let i = 0; i < text.length; i++) {
    result = text[i] + result;
  }
  return result;
}

function at(text, index) {
  return text[index];
}

function first(text) {
  return text[0] + '|' + text[2] + '|' + text[-1];
}

let rope = '';
for (let i = 0; i < 40; i++) {
  rope += String.fromCharCode(97 + i % 26);
}
const texts = ['', 'a', 'hello', 'gr\u00fc\u00dfe', '\u20ac 5', '\u00e9t\u00e9 \u4e00!', rope, rope + rope + '\u2026', ['a', 'b', 'c'], [], [1.5, , 'x']];
for (let round = 0; round < 60; round++) {
  const lines = texts.map(text => characters(text) + ' ' + first(text));
  if (round % 59 === 0) {
    console.log(lines.join('\n'));
  }
}
const indices = [0, 1, 4, 5, -1, 1.5, -0, NaN, '1', 'length', 'charAt', 2 ** 31, 2 ** 32, true, undefined, null];
for (let round = 0; round < 40; round++) {
  const lines = indices.map(index => String(typeof at('hello', index) === 'function' ? 'function' : at('hello', index)));
  if (round % 39 === 0) {
    console.log(lines.join(' '));
  }
}
for (const value of [5, true, Symbol.iterator, { 1: 'one' }, x => x, new String('abc'), new Uint8Array(3), null, undefined]) {
  try {
    console.log(at(value, 1));
  } catch (error) {
    console.log(error.message);
  }
}

// What is on String.prototype may change.
function shout(text) {
  return text.toUpperCase();
}
function own(text) {
  return text.ownMethod;
}
for (let i = 0; i < 200; i++) {
  shout('abc');
  own('abc');
}
console.log(shout('abc'), own('abc'));
String.prototype.ownMethod = 'added';
console.log(own('abc'), own(new String('x')), own({ ownMethod: 'mine' }), own({}));
const original = String.prototype.toUpperCase;
String.prototype.toUpperCase = function () {
  'use strict';
  return typeof this + ' ' + original.call(this);
};
for (let i = 0; i < 200; i++) {
  shout('abc');
}
console.log(shout('abc'));
console.log(shout({ toUpperCase: () => 'object' }), shout('abc'));
String.prototype.toUpperCase = original;
console.log(shout('abc'));
Object.defineProperty(String.prototype, 'ownMethod', { get() { return typeof this; }, configurable: true });
console.log(own('abc'), own('abc'));
delete String.prototype.ownMethod;
console.log(own('abc'));
Object.prototype.ownMethod = 'from Object';
console.log(own('abc'));
delete Object.prototype.ownMethod;
console.log(own('abc'));
String.prototype[7] = 'seven';
console.log(at('hello', 7), at('hello', 4));
delete String.prototype[7];
console.log(at('hello', 7));
