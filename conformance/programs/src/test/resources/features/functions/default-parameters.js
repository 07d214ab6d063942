function f(a = 1, b = a + 1, c = () => a + b) { return [a, b, c()].join(); }
console.log(f(), f(5), f(5, 6), f(undefined, 9), f(null), f.length);
let calls = 0;
function g(x = ++calls) { return x; }
g(); g(1); g();
console.log(calls);
