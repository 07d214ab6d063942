function pow(a, b) { return a ** b; }
console.log(pow(2, 10), pow(2, -1), pow(9, 0.5), pow(NaN, 0), pow(1, Infinity), pow(-8, 1 / 3), pow(0, -1), 2 ** 3 ** 2, (-2) ** 3, pow('2', 5));
