function make(a) { return b => c => d => e => [a, b, c, d, e].join('-'); }
console.log(make(1)(2)(3)(4)(5));
function outer() { let x = 1; function mid() { let y = 10; function inner() { x++; y++; return x * y; } return inner; } return mid(); }
const f = outer();
console.log(f(), f(), f());
