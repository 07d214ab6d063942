// Compiled code, Java and compiled code again, nested; exceptions through all of them; deep recursion.
function visit(depth) { return depth === 0 ? 0 : 1 + [depth].map(d => visit(d - 1))[0]; }
let total = 0;
for (let i = 0; i < 60; i++) total += visit(20);
console.log(total);

function thrower(n) { if (n === 0) throw new Error('bottom'); return [n].reduce((_, m) => thrower(m - 1), 0); }
let caught = 0;
for (let i = 0; i < 300; i++) { try { thrower(i % 7); } catch (e) { if (e.message === 'bottom') caught++; } }
console.log(caught);

function down(n) { return down(n + 1) + 1; }
let errors = 0;
for (let i = 0; i < 5; i++) { try { down(0); } catch (e) { if (e instanceof RangeError) errors++; } }
console.log(errors);
function bounce(n) { return [1].map(() => bounce(n + 1))[0]; }
try { bounce(0); } catch (e) { console.log(e instanceof RangeError); }

const sorted = [];
for (let i = 0; i < 500; i++) sorted.push(i * 7919 % 500);
for (let i = 0; i < 20; i++) sorted.sort((a, b) => i & 1 ? a - b : b - a);
console.log(sorted[0], sorted[499]);
class A { constructor(x) { this.x = x; } get y() { return this.x; } }
class B extends A { constructor(x) { super(x + 1); this.z = [x].map(v => v * 2)[0]; } }
let sum = 0;
for (let i = 0; i < 1000; i++) { const b = new B(i); sum += b.y + b.z; }
console.log(sum);
function* count(n) { for (let i = 0; i < n; i++) yield i + 0.5; }
sum = 0;
for (let i = 0; i < 50; i++) for (const x of count(20)) sum += x;
console.log(sum);
