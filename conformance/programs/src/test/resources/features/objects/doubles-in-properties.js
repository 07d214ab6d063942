// Doubles are read from properties and stored into them without being made Values in between. What stands there may be something else.
'use strict';

const WARM = 300;

class Complex {
  constructor(re, im) {
    this.re = re;
    this.im = im;
  }

  times(z) { return new Complex(this.re * z.re - this.im * z.im, this.re * z.im + this.im * z.re); }
}

// int32 at first, then doubles, then both.
function power(z, n) {
  let result = new Complex(1, 0);
  for (let i = 0; i < n; i++) {
    result = result.times(z);
  }
  return result.re + ' ' + result.im;
}
for (const z of [new Complex(1, 0), new Complex(0, 1), new Complex(0.5, 0.25), new Complex(-1, 0.5), new Complex(0, -0), new Complex(2, 3)]) {
  let last;
  for (let i = 0; i < WARM; i++) {
    last = power(z, 5);
  }
  console.log(last, power(z, 30));
}
for (const part of [NaN, Infinity, -0, '3', null, undefined, [2], { valueOf: () => 1.5 }]) {
  console.log(power(new Complex(part, 1), 3), power(new Complex(1, part), 3));
}

// Each kind of value where a double has been read for long, and doubles again.
function scale(o) {
  return o.value * 2.5 + o.value;
}
const texts = [];
for (let i = 0; i < WARM; i++) {
  scale({ value: i / 4 });
}
for (const value of [1, 0.5, NaN, -0, 'text', '2', true, null, undefined, 2 ** 40, -(2 ** 31), { valueOf: () => 7 }, 0.25, 3]) {
  for (let i = 0; i < 4; i++) {
    texts.push(scale({ value }));
  }
}
console.log(texts.join());
console.log(Object.is(scale({ value: -0 }), -0), scale({ value: 0.1 }));

// Properties that are added, that stand beside the object, and that are overwritten: by doubles and by what is none.
function make(i) {
  const o = { a: i, b: i * 0.5 };
  o.c = i * 1.5;
  o.d = o.c - o.b;
  o.a = o.d / 4;
  return o;
}
function many(i) {
  const o = {};
  o.p0 = i * 0.5; o.p1 = i * 1.5; o.p2 = 'x'; o.p3 = i; o.p4 = i / 3; o.p5 = -i; o.p6 = i * 0.25; o.p7 = null; o.p8 = i * 0.125; o.p9 = o.p8 + o.p6;
  o.p9 = o.p9 * 2;
  o.p2 = o.p4 + o.p9;
  return o;
}
let made;
for (let i = 0; i < WARM; i++) {
  made = [make(i), many(i)];
}
console.log(JSON.stringify(made));
console.log(JSON.stringify([make('4'), many('6'), make(NaN), make(1e308), many(null)]));

// NaN is one NaN, wherever it comes from.
function nans(o, x) {
  o.value = x * 0.5;
  o.value = o.value - o.value;
  return o;
}
const set = new Set();
for (let i = 0; i < WARM; i++) {
  set.add(nans({ value: 0 }, Infinity).value);
  set.add(nans({ value: 0 }, i).value);
}
console.log(set.size, [...set], [nans({ value: 0 }, NaN).value].includes(NaN));

// Constants are stored as well.
function constants(o, wide) {
  o.value = 0.1;
  const first = o.value + wide;
  o.value = wide ? 2.5 : 'none';
  return first + '' + o.value;
}
for (let i = 0; i < WARM; i++) {
  constants({ value: i }, i % 2);
}
console.log(constants({ value: 1 }, 0), constants({ value: 1 }, 1));

// Accessors appear where properties were, on the object and on its prototype.
function total(o, n) {
  let sum = 0.5;
  for (let i = 0; i < n; i++) {
    sum += o.x * 0.5;
    o.y = sum;
  }
  return sum + ' ' + o.y;
}
class Base {
  constructor() {
    this.x = 1.5;
    this.y = 0.5;
  }
}
for (let i = 0; i < WARM; i++) {
  total(new Base(), 4);
}
const own = new Base();
let gets = 0;
Object.defineProperty(own, 'x', { get() { gets++; return gets; } });
console.log(total(own, 4), gets);
const silent = new Base();
delete silent.y;
let sets = 0;
Object.defineProperty(Base.prototype, 'y', { get() { return 'inherited'; }, set(v) { sets++; }, configurable: true });
console.log(total(silent, 4), sets, total(new Base(), 4), sets);
const frozen = Object.freeze(new Base());
try {
  total(frozen, 2);
} catch (e) {
  console.log(e.name);
}
delete Base.prototype.y;
console.log(total(new Base(), 4));

// Elements that were objects are something else, or missing.
function xs(list) {
  let sum = 0;
  for (let i = 0; i < list.length; i++) {
    const item = list[i];
    sum += item.x;
  }
  return sum;
}
for (let i = 0; i < WARM; i++) {
  xs([{ x: 1 }, { x: 2.5 }]);
}
for (const list of [[{ x: 1 }, 5], ['text', { x: 1 }], [{ x: 1 }, , { x: 2 }], [null], [{ x: 0.5 }, { y: 1, x: 2 }], [true, { x: 1 }], 'ab', []]) {
  for (let i = 0; i < 3; i++) {
    try {
      console.log(xs(list));
    } catch (e) {
      console.log(e.name);
    }
  }
}
Array.prototype[1] = { x: 10 };
console.log(xs([{ x: 1 }, , { x: 2 }]));
delete Array.prototype[1];

// Globals that were objects.
globalThis.settings = { x: 2.5 };
function setting() {
  return settings.x;
}
for (let i = 0; i < WARM; i++) {
  setting();
}
console.log(setting());
for (const value of [5, 'text', { x: 1 }, { get x() { return 'got'; } }]) {
  settings = value;
  console.log(setting(), setting(), setting());
}
delete globalThis.settings;
for (let i = 0; i < 3; i++) {
  try {
    setting();
  } catch (e) {
    console.log(e.name);
  }
}
