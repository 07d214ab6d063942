// Getters and setters that compiled code calls: what they see, what they return and throw, and what lives across them.
class Temperature {
  #celsius = 0;
  static made = 0;
  constructor(c) { this.celsius = c; Temperature.made++; }
  get celsius() { return this.#celsius; }
  set celsius(c) {
    if (typeof c !== 'number') throw new TypeError('no number: ' + String(c));
    this.#celsius = c;
  }
  get fahrenheit() { return this.celsius * 9 / 5 + 32; }
  set fahrenheit(f) { this.celsius = (f - 32) * 5 / 9; }
  get count() { return arguments.length; }
  get self() { return this; }
  static get default() { return new this(20); }
  get fails() { throw new RangeError('at ' + this.celsius); }
}
class Kelvin extends Temperature {
  get celsius() { return super.celsius + 0.5; }
  set celsius(c) { super.celsius = c - 0.5; }
}
function across(t, a, b, c, d) {
  const x = a * 1.5, y = b | 0, z = c + 'z', w = [d];
  t.fahrenheit = x;
  const got = t.fahrenheit + t.count;
  t.celsius = got;
  return x + y + z + w[0] + t.celsius.toFixed(3) + (t.self === t);
}
function guarded(t, v) {
  let i = 1, s = 'a';
  try {
    i = 2;
    t.celsius = v;
    s = 'b';
    return t.fails + s;
  } catch (e) {
    return e.name + ': ' + e.message + ' ' + i + s;
  }
}
const loose = { get readOnly() { return this.base + 1; }, set writeOnly(x) { this.base = x; return 'ignored'; }, base: 1 };
function assign(o, x) { return (o.writeOnly = x) + ',' + o.readOnly + ',' + o.writeOnly; }
function refuse(o) { 'use strict'; try { o.readOnly = 1; } catch (e) { return e.message; } }
function silent(o) { o.readOnly = 5; return o.readOnly; }
function sum(o, n) { let s = 0; for (let i = 0; i < n; i++) { o.total = s; s = o.total + i * 0.5; } return s; }
function deep(o) { return o.depth; }
const nested = { n: 0, get depth() { return this.n++ < 40 ? deep(this) + 1 : 0; } };
const endless = { get depth() { return deep(this); } };
const counter = { reads: 0, writes: 0, value: 0, get total() { this.reads++; return this.value; }, set total(v) { this.writes++; this.value = v; } };
let out = '';
for (let i = 0; i < 400; i++) {
  out = [across(new Temperature(i), i, i + 1, 'c', 'd'), across(new Kelvin(i), 1, 2, 3, 4), guarded(new Temperature(1), i), guarded(new Kelvin(1), i % 3 ? 'x' : i),
    assign(loose, i), refuse(loose), silent(loose), sum(counter, 5), Temperature.default.celsius, Kelvin.default instanceof Kelvin].join('; ');
  nested.n = 0;
  deep(nested);
}
console.log(out);
console.log(Temperature.made, counter.reads, counter.writes, counter.value, deep(nested), nested.n);
try { deep(endless); } catch (e) { console.log(e.name, e.message); }
// A stack trace names the getter
function where(t) { try { return t.fails; } catch (e) { return e.stack.split('\n').slice(1, 3).map(line => line.trim().replace(' [as fails]', '').replace(/\(.*[\\/]/, '(')).join(' < '); } }
for (let i = 0; i < 200; i++) where(new Temperature(1));
console.log(where(new Temperature(1)));
// What is found changes
function read(o) { return o.p; }
function write(o, v) { o.p = v; return o.q; }
const proto = { get p() { return 'getter ' + this.q; }, set p(v) { this.q = v; } }, o = Object.create(proto);
for (let i = 0; i < 300; i++) { write(o, i); read(o); }
console.log(read(o), write(o, 'w'), read(o));
Object.defineProperty(proto, 'p', { get() { return 'another'; }, configurable: true });
console.log(read(o), write(o, 'x'));
Object.defineProperty(proto, 'p', { get: undefined, set: undefined });
console.log(read(o), write(o, 'y'));
Object.defineProperty(proto, 'p', { value: 7, writable: true });
console.log(read(o), write(o, 'z'), read(o), Object.keys(o).join());
const bound = Object.defineProperty({}, 'p', { get: function (x) { return [this.a, x]; }.bind({ a: 1 }, 2), set: Math.max, configurable: true });
for (let i = 0; i < 300; i++) read(bound), write(bound, 1);
console.log(read(bound).join());
const thrower = Object.defineProperty({}, 'p', { get: class K {} });
for (let i = 0; i < 200; i++) try { read(thrower); } catch (e) { out = e.message; }
console.log(out);
function* gen(t) { for (let i = 0; i < 3; i++) { t.celsius = i; yield t.fahrenheit; } }
for (let i = 0; i < 100; i++) out = [...gen(new Temperature(0))].join();
console.log(out);
