function isNegZero(x) { return x === 0 && 1 / x < 0; }
console.log([-0, 0, -1 * 0, 0 * -1, 0 / -1, -(0), Math.round(-0.2), -0 + -0, -0 - 0, Math.max(-0, 0), Math.min(-0, 0), 5 % 5 * -1, -5 % 5, parseFloat('-0'), Math.floor(-0), -0 | 0].map(isNegZero).map(Number).join(''));
console.log(Object.is(-0, 0), Object.is(NaN, NaN), Object.is(0, 0), [-0].includes(0), [-0].indexOf(0));
