function lt(a, b) { return a < b; }
for (let i = 0; i < 150; i++) lt(i, 75);
console.log(lt(1, 2), lt(2, 1), lt(1, 1), lt(1.5, 2), lt(NaN, 1), lt(1, NaN), lt('a', 'b'), lt('B', 'a'), lt('10', '9'), lt('10', 9), lt(null, 1), lt(undefined, 1), lt(-0, 0), lt(true, 2));
