// Natives that compiled code calls without leaving machine code: what they do themselves, and what they must leave to others.
function codes(text, indices) {
  const result = [];
  for (let i = 0; i < indices.length; i++) {
    result.push(text.charCodeAt(indices[i]), text.charAt(indices[i]), text.indexOf(text.charAt(indices[i])));
  }
  return result.join(' ');
}

let rope = '';
for (let i = 0; i < 40; i++) {
  rope += 'xyz';
}
const texts = ['', 'a', 'hello', 'gr\u00fc\u00df', '\u20ac 5', rope, rope + '\u2026', new String('wrapped'), { toString: () => 'object', charAt: String.prototype.charAt,
  charCodeAt: String.prototype.charCodeAt, indexOf: String.prototype.indexOf }];
const indices = [0, 1, 3, 4, -1, 100, 1.5, NaN, '2', undefined, null, true, 2 ** 31, 2 ** 32 + 1];
for (let round = 0; round < 60; round++) {
  const lines = texts.map(text => codes(text, indices));
  if (round % 59 === 0) {
    console.log(lines.join('\n'));
  }
}

function counts(text) {
  return [text.charCodeAt(), text.charAt(), text.charCodeAt(1, 2), text.indexOf(), text.indexOf('l', 3), text.indexOf('lo'), text.indexOf(''), text.indexOf('l'),
    text.indexOf('z'), text.indexOf('\u20ac'), 'a\u20acb'.indexOf('\u20ac'), 'a\u20acb'.indexOf('b'), '1,2'.indexOf(1), String.fromCharCode(65), String.fromCharCode(300),
    String.fromCharCode(65, 66), String.fromCharCode(), String.fromCharCode(-1), String.fromCharCode('66'), Array.isArray(text), Array.isArray([]), Array.isArray(),
    Array.isArray({ length: 0 }), Array.isArray(1.5), Array.isArray(Array.prototype)].join();
}
for (let i = 0; i < 200; i++) {
  counts('hello');
}
console.log(counts('hello'));
for (const value of [undefined, null, 5]) {
  try {
    console.log(String.prototype.charCodeAt.call(value, 0));
  } catch (error) {
    console.log(error.message);
  }
}

// push and pop.
function fill(n) {
  const array = [];
  let last = 0;
  for (let i = 0; i < n; i++) {
    last = array.push(i);
  }
  return array.length * 1000 + last;
}
console.log(fill(0), fill(1), fill(5), fill(300));
function push(array, value) {
  return array.push(value);
}
function pop(array) {
  return array.pop();
}
function attempt(name, f) {
  try {
    console.log(name, f());
  } catch (error) {
    console.log(name, error.constructor.name, error.message);
  }
}
for (let i = 0; i < 300; i++) {
  const array = [1, 2];
  push(array, i);
  pop(array);
}
attempt('empty', () => [pop([]), pop([,]), pop([1, ,])].join());
attempt('frozen', () => push(Object.freeze([1]), 2));
attempt('frozen pop', () => pop(Object.freeze([1])));
attempt('sealed', () => push(Object.seal([1]), 2));
attempt('sealed pop', () => pop(Object.seal([1])));
attempt('not extensible', () => push(Object.preventExtensions([]), 2));
attempt('not extensible pop', () => pop(Object.preventExtensions([7])));
attempt('read-only length', () => {
  try {
    return push(Object.defineProperty([], 'length', { writable: false }), 2);
  } catch (error) {
    return error.constructor.name;
  }
});
attempt('read-only length pop', () => pop(Object.defineProperty([1], 'length', { writable: false })));
attempt('sparse', () => {
  const array = [];
  array[4000000] = 1;
  push(array, 2);
  return [array.length, pop(array), pop(array), array.length].join();
});
attempt('longest', () => {
  const array = [];
  array.length = 2 ** 32 - 1;
  return push(array, 2);
});
attempt('holes', () => {
  const array = [1, , 3];
  return [pop(array), pop(array), array.length, push(array, 9), array.length].join();
});
attempt('array-like', () => {
  const object = { length: 2, push: Array.prototype.push, pop: Array.prototype.pop };
  return [push(object, 'x'), object[2], pop(object), object.length].join();
});
class List extends Array {}
attempt('subclass', () => {
  const list = new List();
  for (let i = 0; i < 50; i++) {
    push(list, i);
  }
  list.extra = true;
  return [push(list, 1), list.length, pop(list), list instanceof List].join();
});
attempt('several', () => {
  const array = [];
  return [array.push(), array.push(1, 2), array.push(...[3, 4]), array.join('')].join();
});
function many(n) {
  const array = [];
  let last = 0;
  for (let i = 0; i < n; i++) {
    last += array.push(i, i + 1) + array.push(i, 'two', 'three') + array.push(1, 2, 3, 4) + array.push(1, 2, 3, 4, 5);
  }
  const three = [1, 2, 3];
  three.push(4, 5);
  const one = [1];
  one.push(2, 3, 4, 5);
  return [array.length, last, array.slice(0, 16).join(''), three.join(), one.join(), [].push(1, 2, 3), Object.keys(array).length].join(' ');
}
attempt('many', () => many(1) + many(30) + many(100));
attempt('setter', () => {
  const seen = [];
  Object.defineProperty(Array.prototype, '1', { set(value) { seen.push(value); }, configurable: true });
  const array = [0];
  push(array, 'to the setter');
  const length = array.length;
  delete Array.prototype[1];
  return [seen, length, 1 in array, push(array, 'own'), array].join(' ');
});
attempt('prototype of one array', () => {
  const array = [];
  Object.setPrototypeOf(array, Object.create(Array.prototype, { 0: { set() { throw new Error('set'); }, configurable: true } }));
  return push(array, 1);
});
attempt('prototype of all arrays', () => {
  const object = Object.create(Object.prototype, { 0: { set() { throw new Error('set for all'); }, configurable: true } });
  Object.setPrototypeOf(Array.prototype, object);
  try {
    return push([], 1);
  } finally {
    Object.setPrototypeOf(Array.prototype, Object.prototype);
  }
});
attempt('after', () => push([], 1));

// indexOf of arrays.
function find(array, value) {
  return array.indexOf(value);
}
const object = {};
const list = [1, 2.5, 'text', object, null, undefined, true, NaN, -0, 3, 'tex' + 't', '\u20ac'];
for (let round = 0; round < 100; round++) {
  const found = [...list, 0, 2, {}, false, 'none', 4, 2 ** 40, Symbol.iterator].map(value => find(list, value)).join();
  if (round % 99 === 0) {
    console.log(found);
  }
}
console.log(find([], object), find([,], undefined), find([, object], object), find([, 1], 1), find([0.5, 1], 1), find([5 / 5, 1], 1), find([1.5 + 0.5], 2));
console.log(find([0], -0), find([-0], 0), list.indexOf(3, 1), list.indexOf(1, 1), list.indexOf(), find('text', 't'));
const inherited = [, 1];
Array.prototype[0] = object;
console.log(find(inherited, object));
delete Array.prototype[0];
