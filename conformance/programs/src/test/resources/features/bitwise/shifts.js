function ops(a, b) { return [a << b, a >> b, a >>> b].join(); }
for (let i = 0; i < 150; i++) ops(i, i & 7);
console.log(ops(1, 31), ops(-1, 1), ops(1, 32), ops(5, 33), ops(-8, 2), ops(2147483648, 1), ops(1, -1), ops(1.5, 1), ops('16', '2'), ops(-1, 0));
