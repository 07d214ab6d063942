// Fields and private names when they are hot.
function same(what, actual, expected) {
  if (actual !== expected) throw new Error(`${what}: ${actual}, not ${expected}`);
}
class P {
  #x = 1;
  y = 2;
  #log = [];
  get x() { return this.#x; }
  set x(v) { this.#x = v; this.#note(v); }
  #note(v) { this.#log.push(v); }
  get #last() { return this.#log.at(-1); }
  set #last(v) { this.#log[this.#log.length - 1] = v; }
  bump() { this.#last += 1; return this.#last; }
  static is(o) { return #x in o; }
  static peek(o) { return o.#x; }
  static poke(o, v) { o.#x = v; }
  static #made = 0;
  static make() { P.#made++; return new P(); }
  static get made() { return P.#made; }
}
class Q extends P { #x = 'q'; y = 3; z = this.#x + this.y; get qx() { return this.#x; } }
for (let n = 0; n < 1500; n++) {
  const p = n % 2 ? new P() : new Q();
  same('x', p.x, 1);
  p.x = n;
  same('set', p.x, n);
  same('bump', p.bump(), n + 1);
  same('is', P.is(p), true);
  same('y', p.y, n % 2 ? 2 : 3);
  same('keys', Object.keys(p).join(), n % 2 ? 'y' : 'y,z');
  same('hidden', n % 2 ? undefined : p.qx + p.z, n % 2 ? undefined : 'qq3');
}
for (let n = 0; n < 600; n++) P.make();
console.log(P.made);

// What does not have the name.
const errors = [];
for (let n = 0; n < 900; n++) {
  const o = n % 300 === 299 ? [{}, 7, null][(n / 300) | 0] : new P();
  for (const f of [() => P.is(o), () => P.peek(o), () => P.poke(o, n)]) {
    try { f(); } catch (e) { errors.push(`${e.constructor.name}: ${e.message}`); }
  }
}
console.log(errors.join('\n'));
same('no', P.is({}), false);

// Twice on one object, on frozen ones, on functions and arrays.
class Stamp extends (class { constructor(o) { return o; } }) {
  #mark = 1; #count = 0;
  static read(o) { return o.#mark + o.#count++; }
  static has(o) { return #mark in o; }
}
for (let n = 0; n < 700; n++) {
  const o = [{ n }, [n], () => n, Object.freeze({ n }), Object.create({ n }), new Map()][n % 6];
  same('before', Stamp.has(o), false);
  new Stamp(o);
  same('read', Stamp.read(o) + Stamp.read(o), 3);
  if (n >= 690) {
    try { new Stamp(o); } catch (e) { console.log(e.constructor.name, e.message); }
  }
}
const frozen = Object.freeze(new P());
P.poke(frozen, 5);
console.log(P.peek(frozen), Object.isFrozen(frozen), Object.isSealed(Object.seal(new P())));

// A class that is evaluated again has other names.
const mix = Base => class extends Base {
  #k;
  constructor(k) { super(); this.#k = k; }
  k() { return this.#k; }
  static of(o) { return o.#k; }
  static has(o) { return #k in o; }
};
const Mixes = [mix(Object), mix(P), mix(class {}), mix(class { a = 1; })];
for (let n = 0; n < 1600; n++) {
  const M = Mixes[n < 800 ? 0 : n % 4], o = new M(n);
  same('mixed', o.k(), n);
  same('of', M.of(o), n);
  for (const N of Mixes) same('foreign', N.has(o), N === M);
}
try { Mixes[0].of(new Mixes[1](1)); } catch (e) { console.log(e.constructor.name, e.message); }
class Both extends mix(mix(Object)) { constructor(k) { super(k); } }
for (let n = 0; n < 700; n++) same('both', new Both(n).k(), n);

// Fields that throw, that are redefined, that are computed.
class Throws extends P { a = 1; b = this.fail(); c = 3; fail() { if (Throws.now) throw new RangeError('field'); return 2; } }
for (let n = 0; n < 700; n++) {
  Throws.now = n === 650;
  try { same('fields', Object.keys(new Throws()).join(), 'y,a,b,c'); } catch (e) { console.log(n, e.constructor.name, e.message); }
}
class Sealed { constructor(n) { if (n === 640) Object.preventExtensions(this); } }
class Adds extends Sealed { f = 1; }
class AddsPrivate extends Sealed { #f = 1; get f() { return this.#f; } }
for (let n = 0; n < 650; n++) {
  try { same('f', new Adds(n).f, 1); } catch (e) { console.log(n, e.constructor.name, e.message); }
  same('#f', new AddsPrivate(n).f, 1);
}
const key = 'computed';
class Fields { [key] = 1; 3 = 4; static s = 5; 'quoted name' = 6; fn = () => this[key]; }
for (let n = 0; n < 600; n++) { const f = new Fields(); same('computed', f.computed + f[3] + Fields.s + f['quoted name'] + f.fn(), 17); }
class Setter { set v(x) { throw new Error('setter called'); } }
class Defines extends Setter { v = 1; }
for (let n = 0; n < 600; n++) same('defined', new Defines().v, 1);
class ReadOnly { #m() { return 1; } get #g() { return 2; } m() { this.#m = 2; } g() { this.#g = 2; } n() { return this.#m() + this.#g; } }
const r = new ReadOnly();
for (let n = 0; n < 600; n++) same('n', r.n(), 3);
for (const f of ['m', 'g']) try { r[f](); } catch (e) { console.log(e.constructor.name, e.message); }
let order = '';
class Ordered { #a = (order += 'a', 1); b = (order += 'b', this.#a); static { order += 's'; } #c = (order += 'c'); }
for (let n = 0; n < 3; n++) new Ordered();
console.log(order);
