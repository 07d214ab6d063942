function add(a, b) { return a + b; }
for (let i = 0; i < 200; i++) add(i + 0.5, 0.25);
console.log(add(0.1, 0.2), add(1e308, 1e308), add(-0, -0), 1 / add(-0, -0), 1 / add(-0, 0), add(NaN, 1), add(Infinity, -Infinity));
