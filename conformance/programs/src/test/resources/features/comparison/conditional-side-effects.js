let log = [];
function side(n) { log.push(n); return n; }
const r = side(0) || side(2) && side(3) || side(4);
const q = side(1) > side(2) ? side(10) : side(20);
console.log(r, q, log.join());
