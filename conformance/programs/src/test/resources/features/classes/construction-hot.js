// What constructing instances of derived classes does when it is hot, and what may change meanwhile.
class A { constructor(...a) { this.a = a; this.made = new.target.name; } }
class B extends A {}
class C extends B { count = this.a.length; }
class Ten { constructor(a, b, c, d, e, f, g, h, i, j) { this.all = [a, b, c, d, e, f, g, h, i, j].join(); } }
class Default extends Ten {}
class Explicit extends Ten { constructor(a, b) { super(b, a); this.tail = b; } }

function same(what, actual, expected) {
  if (actual !== expected) throw new Error(`${what}: ${actual}, not ${expected}`);
}

for (let n = 0; n < 1500; n++) {
  const args = Array.from({ length: n % 40 }, (_, i) => i);
  const c = new C(...args);
  same('forwarded', c.a.join(), args.join());
  same('count', c.count, args.length);
  same('new.target', c.made, 'C');
  same('default', new Default(...args).all, new Ten(...args).all);
  same('explicit', new Explicit(n, 'x').all, `x,${n},,,,,,,,`);
  same('prototype', Object.getPrototypeOf(new B()), B.prototype);
}
console.log(new C(...Array.from({ length: 2000 }, (_, i) => i)).count);

// Built-ins below.
class E extends Error { constructor(m) { super(m); this.extra = m + '!'; } }
class M extends Map { constructor(k) { super([[k, 1]]); this.k = k; } }
class L extends Array { constructor(n) { super(n); this.n = n; } }
class D extends Date {}
for (let n = 0; n < 600; n++) {
  const e = new E('m' + n), m = new M(n), l = new L(n % 7), d = new D(n);
  same('error', e.message + e.extra + (e instanceof E), `m${n}m${n}!true`);
  same('map', m.get(n) + m.k + m.size, n + 2);
  same('array', l.length + ',' + l.n + Array.isArray(l) + (l instanceof L), `${n % 7},${n % 7}truetrue`);
  same('date', d.getTime() + (d instanceof D), n + true);
}

// The base decides what the object is.
class Returns { constructor(o) { this.mine = 1; return o; } }
class Gets extends Returns { extra = 2; constructor(o) { super(o); this.after = 3; } }
let primitives = 0;
for (let n = 0; n < 600; n++) {
  const given = n % 3 ? { n } : n;
  const got = new Gets(given);
  if (got === given) same('given', Object.keys(got).join(), 'n,extra,after');
  else { primitives++; same('own', Object.keys(got).join(), 'mine,extra,after'); }
}
console.log(primitives);

// this before super, super twice, no super.
class Early extends A { constructor(n) { if (n === 550) this.x = 1; super(n); } }
class Twice extends A { constructor(n) { super(n); if (n === 550) super(n); } }
class Never extends A { constructor(n) { if (n !== 550) super(n); } }
for (const K of [Early, Twice, Never]) {
  for (let n = 0; n < 600; n++) {
    try { new K(n); } catch (e) { console.log(K.name, n, e.constructor.name, e.message); }
  }
}

// new.target from elsewhere.
function Other() {}
Other.prototype = { other: true };
class Child extends A { constructor(x) { super(x); this.c = new.target; } }
for (let n = 0; n < 600; n++) {
  const o = Reflect.construct(Child, [n], n % 2 ? Other : Child);
  same('construct', o.other === true && o.c === Other, n % 2 === 1);
  same('constructed', o.a[0], n);
}
const bound = Child.bind(null, 5);
for (let n = 0; n < 600; n++) same('bound', new bound().a[0], 5);

// A prototype that is replaced, and a superclass.
function Old(x) { this.x = x; }
class New extends Old { constructor(x) { super(x); this.y = x; } }
const seen = [];
for (let n = 0; n < 1200; n++) {
  if (n === 700) Old.prototype = { never: 1 };
  if (n === 800) Object.setPrototypeOf(New, class { constructor(x) { this.z = x; } });
  if (n === 900) New.late = 1;
  if (n === 1000) Object.setPrototypeOf(New, Old);
  const o = new New(n);
  const keys = Object.keys(o).join();
  if (seen.at(-1) !== keys) seen.push(keys);
}
console.log(seen.join(' '));
function Fn(x) { this.x = x; }
let replaced = 0;
for (let n = 0; n < 900; n++) {
  if (n % 300 === 0) Fn.prototype = { round: n };
  replaced += new Fn(n).round;
}
console.log(replaced);

// What is no constructor.
class Lost extends A {}
class LostToo extends A { constructor() { super(1, 2); } }
for (let n = 0; n < 600; n++) { new Lost(n); new LostToo(); }
for (const above of [null, Math.max, {}, () => 1, A]) {
  for (const K of [Lost, LostToo]) {
    Object.setPrototypeOf(K, above);
    try { console.log(new K().a.length); } catch (e) { console.log(e.constructor.name, e.message); }
  }
}

// Several classes of one base, each with room for its own.
class Animal { constructor(name) { this.name = name; } }
class Dog extends Animal { constructor(n) { super(n); this.a = 1; this.b = 2; this.c = 3; this.d = 4; this.e = 5; } }
class Cat extends Animal { lives = 9; }
let sum = 0;
for (let n = 0; n < 3000; n++) { const d = new Dog('d'), c = new Cat('c'); sum += d.a + d.b + d.c + d.d + d.e + c.lives + d.name.length; }
console.log(sum);

// Recursion ends, and where it did is told.
class Deep extends A { constructor(n) { super(); this.n = n === 0 ? null : new Deep(n - 1); } }
let depth = 0;
for (let d = new Deep(200); d; d = d.n) depth++;
console.log(depth);
class Endless extends A { constructor() { super(new Endless()); } }
try { new Endless(); } catch (e) { console.log(e.constructor.name, e.message); }
class Fails { constructor(n) { if (n === 999) throw new Error('failed'); } }
class FailsToo extends Fails { constructor(n) { super(n); } }
class FailsAsWell extends FailsToo {}
for (let n = 0; n < 1000; n++) {
  try { new FailsAsWell(n); } catch (e) { console.log(e.message, e.stack.split('\n').slice(1, 4).map(l => l.trim().split(' ').slice(0, 3).join(' ').replace(/ \(.*/, '')).join('; ')); }
}
