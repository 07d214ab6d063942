function f(a, b) {
  let x = a + b, y = a * b;
  for (let i = 0; i < 5; i++) {
    try { x++; if (i === 3) throw x; y += x; } catch (e) { y -= e; x = x * 2; }
  }
  return [a, b, x, y].join();
}
for (let i = 0; i < 200; i++) f(i, 2);
console.log(f(1, 2), f(0.5, 3), f(-1, -1));
