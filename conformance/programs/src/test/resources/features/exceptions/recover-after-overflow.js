function down() { down(); }
for (let i = 0; i < 3; i++) { try { down(); } catch (e) { console.log(i, e.name); } }
function fine(n) { return n === 0 ? 'fine' : fine(n - 1); }
console.log(fine(500));
