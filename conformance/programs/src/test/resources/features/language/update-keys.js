// The key of an element that is read and then written is converted once, as the standard says (node 20 does it twice).
let conversions = 0;
const key = { toString() { conversions++; return 'k'; } };
const count = f => { conversions = 0; const result = f(); return result + ' after ' + conversions; };
const o = { k: 1 };
console.log(count(() => o[key] += 1));
console.log(count(() => ++o[key]));
console.log(count(() => o[key]--));
console.log(count(() => o[key] ??= 7));
console.log(count(() => o[key] &&= 8));
console.log(count(() => o[key] ||= 9));
const holder = { key };
console.log(count(() => o[holder.key] **= 2));
console.log(count(() => o[(0, key)] -= 4));
console.log(count(() => { o[key] += o[key]; return o.k; }));
console.log(count(() => { let seen = 0; const p = { get k() { seen++; return 1; }, set k(v) { seen += v * 10; } }; p[key] += 1; return seen; }));

// The base is the first error, then the key.
for (const base of [undefined, null]) {
  try {
    base[{ toString() { throw new Error('converted'); } }] += 1;
  } catch (e) {
    console.log(e.name);
  }
}
try {
  ({})[{ toString() { throw new Error('converted'); } }] += (() => { console.log('not evaluated'); })();
} catch (e) {
  console.log(e.message);
}
const symbol = Symbol('s');
const withSymbol = { [symbol]: 1 };
withSymbol[symbol] += 4;
console.log(withSymbol[symbol]);

// Of super: what the home object inherits from is found before the key is converted, as the standard says (not so in node 20).
const first = { p: 'first' };
const second = { p: 'second' };
const moving = { toString() { Object.setPrototypeOf(object, second); return 'p'; } };
const object = {
  __proto__: first,
  read() { return super[moving]; },
  update() { return super[moving] += '!'; }
};
console.log(object.read(), Object.getPrototypeOf(object) === second);
Object.setPrototypeOf(object, first);
console.log(object.update(), object.p);
class Base { get x() { return 1; } m() { return 'base'; } }
class Derived extends Base { get x() { return super.x + 1; } m() { return super.m() + ' and derived'; } bump(n) { return super[n] + super['x']; } }
console.log(new Derived().x, new Derived().m(), new Derived().bump('x'));
const none = { __proto__: null, m() { try { return super.x; } catch (e) { return e.message; } } };
console.log(none.m());

// Hot: int32, strings, and all of them.
function sum(list, times) {
  for (let i = 0; i < times; i++) list[i % list.length] += i;
  return list.join();
}
function words(table, list) {
  for (const word of list) table[word] = (table[word] || 0), table[word]++;
  return JSON.stringify(table);
}
for (let i = 0; i < 50; i++) sum([1, 2, 3], 500);
console.log(sum([1, 2, 3], 1000), words({}, 'a b a c b a'.split(' ')));
const mixed = { k: 0 };
const keys = ['k', 0, 1.5, key, symbol, true, -1];
for (let i = 0; i < 7000; i++) {
  const k = keys[i % 7];
  mixed[k] ??= 0;
  mixed[k] += i;
}
console.log(mixed);
const hotObject = { __proto__: { v: 1 }, m() { return super.v; } };
let total = 0;
for (let i = 0; i < 20000; i++) total += hotObject.m();
console.log(total);
