function sub(a, b) { return a - b; }
for (let i = 0; i < 150; i++) sub(i, 1);
console.log(sub(5, 7), sub(-2147483648, 1), sub(2147483647, -1), 1 / sub(0, 0), 1 / sub(-0, 0), sub('7', '2'), sub(1, undefined), sub(0.3, 0.1));
