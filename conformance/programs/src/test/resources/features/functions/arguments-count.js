function f(a, b) { return [a, b, arguments.length].join(); }
console.log(f(), f(1), f(1, 2), f(1, 2, 3));
for (let i = 0; i < 150; i++) f(i);
console.log(f(), f(1), f(1, 2, 3, 4));
