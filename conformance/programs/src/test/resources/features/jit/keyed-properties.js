// object[key] with keys that are strings: what compiled code finds by itself, and what it must not.
function get(o, k) { return o[k]; }
function set(o, k, v) { o[k] = v; return o[k]; }
function update(o, k) { return o[k]++ + ++o[k] - (o[k] -= 1); }
const points = [{ x: 1, y: 2 }, { y: 3, x: 4 }, { x: 5, y: 6, z: 7 }], names = ['x', 'y', 'z'];
let out = 0;
for (let i = 0; i < 600; i++) {
  for (const p of points) for (const k in p) out += get(p, k) + set(p, k, i % 7) + update(p, k);
  get([1, 2, 3], i % 4), set([1, 2], 'length', 1), get('abc', 'length'), get('abc', i % 5), set({}, names[i % 3], i);
}
console.log(out, JSON.stringify(points));
console.log(get([1, 2, 3], '1'), get([1, 2, 3], 'length'), get([1, 2, 3], '-1'), get([1, 2, 3], '01'), set([1, 2, 3], '1', 9), set([1, 2, 3], '7', 9));
console.log(get('abc', '1'), get('abc', 'length'), get(12, 'toFixed') === Number.prototype.toFixed, get('abc', 'at') === String.prototype.at, get(true, 'x'));
console.log(get({ a: 1 }, 'a'), get({ ['k' + 1]: 2 }, 'k' + String(1)), get(Object.create({ a: 3 }), 'a'), get({ get a() { return this.b; }, b: 4 }, 'a'), get({}, 'a'));
for (const bad of [null, undefined]) {
  for (const f of [() => get(bad, 'x'), () => set(bad, 'x', 1), () => get(bad, 1)]) try { f(); } catch (e) { console.log(e.name, e.message); }
}
// Conversions of keys: once for an update, as the standard says (node 20 does it twice)
let asked = 0;
const key = { toString() { asked++; return 'x'; } }, target = { x: 1 };
console.log(update(target, key), target.x, asked, get(target, key), asked, set(target, key, 8), asked);
const symbol = Symbol('s');
console.log(set({}, symbol, 1), get({ [symbol]: 2 }, symbol), update({ [symbol]: 3 }, symbol), update([5], 0), update([5], '0'), update([5], 0.0), update({ '-1': 5 }, -1), update({ 1.5: 5 }, 1.5),
  update({ 4294967295: 1 }, 4294967295), update({ null: 2 }, null));
// What is known of a shape ends
const frozen = Object.freeze({ x: 1 }), sealed = Object.preventExtensions({ x: 1 });
function strictSet(o, k, v) { 'use strict'; try { o[k] = v; return o[k]; } catch (e) { return e.message; } }
for (let i = 0; i < 300; i++) strictSet({ x: 1 }, 'x', i);
console.log(strictSet(frozen, 'x', 2), strictSet(sealed, 'x', 2), strictSet(sealed, 'y', 2), strictSet({ get x() { return 1; } }, 'x', 2), strictSet('abc', 'length', 1), strictSet(5, 'x', 1));
const removed = { x: 1, y: 2 };
delete removed.x;
console.log(get(removed, 'x'), set(removed, 'x', 3), Object.keys(removed).join());
const table = {};
for (let i = 0; i < 500; i++) table['n' + i % 150] = (table['n' + i % 150] || 0) + 1;
console.log(Object.keys(table).length, table.n3, get(table, 'n149'), get(table, 'n150'));
// One object under two names: what is known of it as one ends when it changes as the other
function both(o, p, v) { const before = o.b; p.c = v; return [before, o.b, o.c, o.d].join(); }
function bothKeyed(o, p, k, v) { const before = o.b; p[k] = v; return [before, o.b, o.c, o.d].join(); }
const kinds = [() => ({ b: 1 }), () => ({ a: 1, b: 1 }), () => ({ b: 1, a: 2 }), () => ({ q: 1, b: 3 }), () => ({ r: 1, b: 3 }), () => ({ s: 1, b: 3 })];
for (let i = 0; i < 2000; i++) {
  both({ b: 2 }, kinds[i % (1 + (i >> 6) % 6)](), i);
  bothKeyed({ b: 2 }, kinds[i % 3](), names[i % 3], i);
}
const one = { b: 2 }, two = { b: 2 };
console.log(both(one, one, 5), bothKeyed(two, two, 'c', 6), bothKeyed(two, two, 'd', 7));
