function same(a, b) { return a === b; }
for (let i = 0; i < 300; i++) same(i, i % 2 ? i : 'x');
console.log(same(1, 1), same(1, 1.0), same(1, '1'), same(NaN, NaN), same(0, -0), same('ab', 'a' + 'b'), same(null, undefined), same('', ''), same(true, 1));
