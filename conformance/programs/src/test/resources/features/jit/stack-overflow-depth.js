let depth = 0;
function f() { depth++; f(); }
const measured = [];
for (let i = 0; i < 4; i++) { depth = 0; try { f(); } catch (e) { measured.push(depth); } }
console.log(measured.every(d => d > 500), measured[1] === measured[3]);
