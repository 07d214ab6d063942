function ops(a, b) { return [a & b, a | b, a ^ b].join(); }
for (let i = 0; i < 150; i++) ops(i, i + 1);
console.log(ops(12, 10), ops(-1, 255), ops(0x80000000, 0x7fffffff), ops(1.9, 2.9), ops('7', 3), ops(NaN, 1), ops(2 ** 32 + 5, -1), ops(Infinity, 6));
