function f(a, b) { return (!(a < b) ? 'n' : 'y') + (!(a >= b) ? 'n' : 'y') + (!(a == b) ? 'n' : 'y') + (!(a !== b) ? 'n' : 'y'); }
for (let i = 0; i < 200; i++) f(i, 100);
console.log(f(1, 2), f(2, 1), f(1, 1), f(NaN, 1), f(1, NaN), f(NaN, NaN), f('a', 'b'), f(1.5, 1.5));
