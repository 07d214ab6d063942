class Shape { area() { return 0; } }
class Square extends Shape { constructor(s) { super(); this.s = s; } area() { return this.s * this.s; } }
class Circle extends Shape { constructor(r) { super(); this.r = r; } area() { return 3 * this.r * this.r; } }
class Rect extends Square { constructor(a, b) { super(a); this.b = b; } area() { return this.s * this.b; } }
const shapes = [];
for (let i = 0; i < 100; i++) shapes.push(i % 4 === 0 ? new Square(i) : i % 4 === 1 ? new Circle(i) : i % 4 === 2 ? new Rect(i, 2) : new Shape());
let s = 0;
for (let k = 0; k < 5; k++) for (const x of shapes) s += x.area();
console.log(s);
