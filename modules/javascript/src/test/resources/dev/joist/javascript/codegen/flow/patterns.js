// Destructuring, as declarations, parameters and assignments.
function declarations(o) {
  const { a, b: { c, ...rest }, [o.k]: d = a, 'quoted': e, 1: f, g = () => a } = o;
  let [h, , i = h, [j], { k }, ...l] = o, [m, n] = o, [...[p, q]] = o, {} = o, [] = o;
  var { r, s = r } = o, [t] = o;
  return [a, c, rest, d, e, f, g, h, i, j, k, l, m, n, p, q, r, s, t, () => h + m];
}
function assignments(o, a, b) {
  [a, b] = [b, a];
  ({ a, b } = a); ({ a: o.x, b: o[a] = 1, ...o.rest } = o); [o.x, o[b], ...o.y] = o; [a = (b = 1), [b]] = o;
  return ([a] = o), ({ a } = o);
}
function* yielding(o) { const [a = yield 1, { b = yield 2 }] = yield o; [o[yield], o.x = yield] = a; }
for (const [key, { value = key }] of entries) use(() => key + value);
for (let { length } in names) use(length);
[first, { second: third }] = globalThis; ({ x: fourth = 4 } = {});
try { f(); } catch ([code, { text = code }]) { use(() => text); }
const arrow = ({ a = 1, ...b }, [c] = [a]) => [a, b, c];
