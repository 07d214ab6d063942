const values = [0, -0, 1.9, -1.9, 2147483648, -2147483649, 4294967296, 4294967297.5, 1e10, -1e10, 1e20, 1e300, NaN, Infinity, 2 ** 53, -(2 ** 53) - 2];
console.log(values.map(v => v | 0).join());
console.log(values.map(v => v >>> 0).join());
