class Point { constructor(x, y) { this.x = x; this.y = y; } }
class Empty {}
console.log(new Point(1, 2), new Empty(), Object.create(null), Object.create({ inherited: 1 }), { get a() { return 1; }, set b(v) {}, get c() { return 1; }, set c(v) {} });
console.log([new Point(0, 0)], { p: new Point(3, 4) }, function named() {}, () => {}, class K {}, Symbol.iterator, new Point(new Point(1, 2), 3));
