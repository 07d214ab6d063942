console.log(Number.isInteger(5), Number.isInteger(5.5), Number.isInteger('5'), Number.isSafeInteger(2 ** 53), Number.isSafeInteger(2 ** 53 - 1), Number.isNaN('x'), isNaN('x'), Number.isFinite('5'), isFinite('5'), isFinite(Infinity));
console.log(Number.MAX_SAFE_INTEGER, Number.MIN_VALUE, Number.MAX_VALUE, Number.EPSILON, Number.MIN_SAFE_INTEGER, Number.POSITIVE_INFINITY);
