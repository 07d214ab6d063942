function add(a, b) { return a + b; }
for (let i = 0; i < 200; i++) add(i, 2 * i);
console.log(add(1, 2), add(-1, 1), add(2147483647, 1), add(-2147483648, -1), add(2147483647, 2147483647));
