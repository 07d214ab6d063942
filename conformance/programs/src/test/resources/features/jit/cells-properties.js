// Sites that see one shape, a few and many; kinds of hits of all sorts; prototypes that change meanwhile.
function make(i) {
  const object = {};
  for (let j = 0; j < i; j++) object['k' + j] = j;
  object.value = i;
  return object;
}
const few = [make(0), make(1), make(2)];
const many = [];
for (let i = 0; i < 15; i++) many.push(make(i));

function readFew(n) { let s = 0; for (let i = 0; i < n; i++) s += few[i % 3].value; return s; }
function readMany(n) { let s = 0; for (let i = 0; i < n; i++) s += many[i % 15].value; return s; }
function writeMany(n) { for (let i = 0; i < n; i++) many[i % 15].value = i; return readMany(15); }
function missing(n) { let s = 0; for (let i = 0; i < n; i++) if (many[i % 15].nothing === undefined) s++; return s; }
console.log(readFew(4000), readMany(9000), writeMany(9000), missing(9000));

const parent = { get twice() { return this.value * 2; }, set half(x) { this.value = x / 2; }, method() { return this.value + 1; } };
const heirs = [];
for (let i = 0; i < 7; i++) heirs.push(Object.setPrototypeOf(make(i), parent));
function inherited(n) {
  let s = 0;
  for (let i = 0; i < n; i++) {
    const heir = heirs[i % 7];
    heir.half = i;
    s += heir.twice + heir.method();
  }
  return s;
}
console.log(inherited(3000));
parent.method = function () { return 1; };
console.log(inherited(3000));
Object.defineProperty(parent, 'nothing', { get() { return 3; }, configurable: true });
let found = 0;
for (let i = 0; i < 3000; i++) found += heirs[i % 7].nothing;
console.log(found, missing(1500));
delete parent.nothing;
for (let i = 0; i < 300; i++) if (heirs[i % 7].nothing !== undefined) console.log('still there');

function add(i) {
  const o = {};
  o.a = i; o.b = 1; o.c = 2; o.d = 3; o.e = 4; o.f = 5; o.g = 6; o.h = 7; o.i = 8; o.j = 9; o.k = 10; o.l = 11;
  return o.a + o.l;
}
let sum = 0;
for (let i = 0; i < 3000; i++) sum += add(i);
console.log(sum);

const frozen = Object.freeze({ value: 1 });
function store(o, x) { 'use strict'; o.value = x; return o.value; }
for (let i = 0; i < 3000; i++) store(many[i % 15], i);
try { store(frozen, 2); } catch (e) { console.log(e instanceof TypeError, frozen.value); }

function length(x) { return x.length; }
const lengths = [[1, 2, 3], { length: 10 }, 'abcd', function (a, b) {}, [1]];
sum = 0;
for (let i = 0; i < 5000; i++) sum += length(lengths[i % 5]);
console.log(sum);
