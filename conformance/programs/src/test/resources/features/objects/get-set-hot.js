function P(x, y) { this.x = x; this.y = y; }
function len(p) { return Math.sqrt(p.x * p.x + p.y * p.y); }
let s = 0;
for (let i = 0; i < 300; i++) { const p = new P(i, 1); p.x += 1; p.y = p.x; s += len(p); }
console.log(s.toFixed(6));
