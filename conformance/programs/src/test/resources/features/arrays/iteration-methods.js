const a = [1, 2, 3, 4];
console.log(a.map(x => x * x).join(), a.filter(x => x % 2).join(), a.reduce((s, x) => s + x), a.reduceRight((s, x) => s + x, ''), a.some(x => x > 3), a.every(x => x > 3));
a.forEach(function (x, i, all) { if (i === 3) console.log(x, i, all === a, this.k); }, { k: 'ctx' });
console.log([3, , 1].map(x => x * 2).length, [, 1].every(x => x === 1), [, ,].some(() => true));
