function f(o, a, b, c, d, e) {
  const p = a + b, q = c * d, r = e - a, t = p + q;
  const v = o.x;
  return [p, q, r, t, v, a, b, c, d, e].join();
}
for (let i = 0; i < 300; i++) f({ x: i }, i, 2, 3, 4, 5);
console.log(f({ y: 1, x: 'odd' }, 1, 2, 3, 4, 5), f({ x: 1 }, 0.5, 1.5, 2.5, 3.5, 4.5), f({ x: 2 }, 'a', 'b', 3, 4, 5));
