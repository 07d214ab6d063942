function insert(t, v) { if (t === null) return { v, l: null, r: null }; if (v < t.v) t.l = insert(t.l, v); else t.r = insert(t.r, v); return t; }
function walk(t, f) { if (t !== null) { walk(t.l, f); f(t.v); walk(t.r, f); } }
let t = null, x = 17;
for (let i = 0; i < 200; i++) { x = x * 73 % 1009; t = insert(t, x); }
const out = [];
walk(t, v => out.push(v));
console.log(out.length, out.slice(0, 10).join(), out.every((v, i) => i === 0 || out[i - 1] <= v));
