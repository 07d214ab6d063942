const original = Math.abs;
function f(x) { return Math.abs(x); }
for (let i = 0; i < 200; i++) f(-i);
Math.abs = () => 'replaced';
console.log(f(-1));
Math.abs = original;
console.log(f(-1));
