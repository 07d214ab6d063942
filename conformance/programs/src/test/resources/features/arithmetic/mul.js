function mul(a, b) { return a * b; }
for (let i = 0; i < 150; i++) mul(i, 3);
console.log(mul(6, 7), mul(65536, 65536), mul(2147483647, 2147483647), mul(-2147483648, -1), 1 / mul(0, -5), 1 / mul(-5, 0), mul(0.1, 3), mul('3', '4'), mul(1e200, 1e200));
