class Vec { constructor(x, y) { this.x = x; this.y = y; } dot(o) { return this.x * o.x + this.y * o.y; } plus(o) { return new Vec(this.x + o.x, this.y + o.y); } }
let v = new Vec(0, 0), d = 0;
const step = new Vec(1, 0.5);
for (let i = 0; i < 500; i++) { v = v.plus(step); d += v.dot(step); }
console.log(v.x, v.y, d);
