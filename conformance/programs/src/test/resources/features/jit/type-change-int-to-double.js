function add(a, b) { return a + b; }
for (let i = 0; i < 500; i++) add(i, i);
console.log(add(0.5, 1), add(1, 2), add(2147483647, 1), add(0.1, 0.2));
for (let i = 0; i < 500; i++) add(i + 0.5, i);
console.log(add(1, 2), add('a', 1), add(0.5, 0.5));
