function risky(i) { if (i % 3 === 0) throw i; return i; }
function safe(i) { try { return risky(i); } catch (e) { return -e; } }
let s = 0;
for (let i = 0; i < 600; i++) s += safe(i);
console.log(s);
