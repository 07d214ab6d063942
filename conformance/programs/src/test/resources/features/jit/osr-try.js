function f(n) { let caught = 0, ok = 0; for (let i = 0; i < n; i++) { try { if (i % 7 === 0) throw i; ok++; } catch (e) { caught += e; } finally { ok += 2; } } return [caught, ok].join(); }
console.log(f(3000));
