function rem(a, b) { return a % b; }
for (let i = 1; i < 150; i++) rem(i, 7);
console.log(rem(7, 3), rem(-7, 3), rem(7, -3), 1 / rem(-6, 3), rem(5, 0), rem(-2147483648, -1), rem(5.5, 2), rem(-5.5, 2), rem(Infinity, 2), rem(2, Infinity), rem(1e17, 7), rem('17', 5));
