function f(a, ...rest) { return a + ':' + rest.length + ':' + rest.join(); }
console.log(f(), f(1), f(1, 2), f(1, 2, 3), Array.isArray((function (...r) { return r; })()));
for (let i = 0; i < 150; i++) f(i, i, i);
console.log(f('a', 'b', 'c', 'd'));
