const a = [1, 2, 3, 2, NaN];
console.log(a.indexOf(2), a.lastIndexOf(2), a.indexOf(9), a.indexOf(NaN), a.includes(NaN), a.includes(2, 4), a.find(x => x > 1), a.findIndex(x => x > 5), a.findLast(x => x === 2), a.findLastIndex(x => x === 2), a.at(-2), a.at(9));
