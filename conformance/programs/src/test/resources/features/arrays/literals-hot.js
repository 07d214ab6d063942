// Array literals in code that gets hot.
function empty() {
  return [];
}
function three(a) {
  return [a, 1.5, 'x'];
}
function four(a) {
  return [a, [a], { a }, [[], [a, a]]];
}
function holes(a) {
  return [, a, , ];
}
function many(a) {
  return [a, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17];
}
let total = 0;
for (let i = 0; i < 400; i++) {
  const e = empty();
  e[e.length] = i;
  e.push(i + 1);
  const t = three(i);
  t.push('y');
  t[4] = 'z';
  const f = four(i);
  f[3][0].push(i);
  const h = holes(i);
  total += e.length + t.length + f.length + h.length + many(i).length + f[3][0][0];
  if (i % 133 === 0) {
    console.log(JSON.stringify([e, t, f, h, many(i)]), 0 in h, 1 in h);
  }
}
console.log(total, empty() === empty(), Array.isArray(empty()), Object.getPrototypeOf(three(1)) === Array.prototype);
