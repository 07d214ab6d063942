function f(n) { let x = 1; for (let i = 0; i < n; i++) x = x * 3; return x; }
for (let i = 0; i < 200; i++) f(10);
console.log(f(19), f(20), f(21), f(40), f(700));
function g(a) { return a + 1; }
for (let i = 0; i < 200; i++) g(i);
console.log(g(2147483646), g(2147483647), g(-1.5));
