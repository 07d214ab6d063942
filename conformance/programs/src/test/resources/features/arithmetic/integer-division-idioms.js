function half(n) { return (n / 2) | 0; }
for (let i = 0; i < 200; i++) half(i);
console.log(half(7), half(-7), half(2147483647), half(4294967296), ~~7.9, ~~-7.9, 7.5 | 0, -7.5 >> 0, -1 >>> 0, 7.9 >>> 1);
