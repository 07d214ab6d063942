const f = function me(n) { return n === 0 ? 'done' : me(n - 1); };
console.log(f(5), typeof me);
const g = function self() { self = 1; return typeof self; };
console.log(g());
