function f(a, b) { return [this.x, a, b].join(); }
const o = { x: 'o' };
console.log(f.call(o, 1, 2), f.apply(o, [3, 4]), f.apply(o), f.bind(o, 5)(6), f.bind(o).bind({ x: 'no' })(1, 2));
const bound = f.bind(o, 1);
console.log(bound.name, bound.length, Math.max.apply(null, [1, 5, 3]));
function P(a, b) { this.s = a + b; }
const BP = P.bind(null, 10);
console.log(new BP(5).s, new BP(1) instanceof P);
