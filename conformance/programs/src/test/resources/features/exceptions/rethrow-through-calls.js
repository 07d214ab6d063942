function a(n) { if (n === 0) throw new RangeError('deep'); try { return a(n - 1); } finally { depth++; } }
let depth = 0;
try { a(50); } catch (e) { console.log(e.name, e.message, depth); }
