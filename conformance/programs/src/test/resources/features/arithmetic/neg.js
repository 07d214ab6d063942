function neg(a) { return -a; }
for (let i = 0; i < 150; i++) neg(i + 1);
console.log(neg(5), neg(-5), 1 / neg(0), 1 / neg(-0), neg(-2147483648), neg(0.5), neg('3'), neg(null), neg(undefined), neg([]), neg('x'));
