function thrower(n) { if (n === 3) throw new Error('three'); return n; }
function middle(n) { return thrower(n) + 1; }
function catcher(n) { try { return middle(n); } catch (e) { return e.message; } }
let out = '';
for (let i = 0; i < 500; i++) { const r = catcher(i % 5); if (i > 494) out += r + ' '; }
console.log(out);
