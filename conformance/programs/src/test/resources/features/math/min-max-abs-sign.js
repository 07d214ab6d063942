console.log(Math.max(), Math.min(), Math.max(1, 'x'), Math.max(1, 3, 2), Math.min(1, -3), Math.abs(-5), Math.abs('-2'), Math.abs(-0), Math.sign(-3), Math.sign(0), Math.sign(NaN), Math.abs(null), Math.max(NaN, 1));
let m = -Infinity;
for (let i = 0; i < 300; i++) m = Math.max(m, i * 37 % 101);
console.log(m);
