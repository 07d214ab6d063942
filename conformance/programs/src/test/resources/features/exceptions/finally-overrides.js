function a() { try { return 1; } finally { return 2; } }
function b() { try { throw 1; } finally { return 3; } }
function c() { for (;;) { try { return 1; } finally { break; } } return 4; }
function d() { for (let i = 0; ; i++) { try { if (i < 3) continue; return i; } finally { if (i === 5) break; } } return 'broke'; }
function e() { let x = 1; try { return x; } finally { x = 2; } }
console.log(a(), b(), c(), d(), e());
