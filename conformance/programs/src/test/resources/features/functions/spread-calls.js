function f(a, b, c) { return [a, b, c, arguments.length].join(); }
console.log(f(...[1, 2, 3]), f(0, ...[1], ...'xy'), f(...[]), Math.max(...[3, 9, 2], 5));
class P { constructor(...a) { this.a = a; } }
console.log(new P(...[1, 2], 3).a.join());
