let depth = 0;
function f() { depth++; f(); }
const measured = [];
for (let i = 0; i < 2; i++) { depth = 0; try { f(); } catch (e) { measured.push(depth); } }
console.log(measured.every(d => d > 500), measured[0] === measured[1]);
