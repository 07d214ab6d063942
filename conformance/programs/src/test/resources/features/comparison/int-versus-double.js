function eq(a, b) { return a === b; }
const third = 1 / 3;
console.log(eq(3 * third, 1), eq(0.5 + 0.5, 1), eq(2 ** 31, 2147483648), eq(4 / 2, 2), 4 / 2 < 3, 10 / 5 === 2);
