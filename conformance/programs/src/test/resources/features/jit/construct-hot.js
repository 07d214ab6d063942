class P { constructor(x, y) { this.x = x; this.y = y; } }
let p, s = 0;
for (let i = 0; i < 1000; i++) { p = new P(i, -i); s += p.x - p.y; }
console.log(s, p.x, p instanceof P);
