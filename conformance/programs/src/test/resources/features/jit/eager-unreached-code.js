function f(x) { if (x > 1e9) { for (const k in undefinedGlobal) { null.foo; } return unknownFunction(x); } return x + 1; }
for (let i = 0; i < 300; i++) f(i);
console.log(f(5));
try { f(2e9); } catch (e) { console.log(e.name); }
