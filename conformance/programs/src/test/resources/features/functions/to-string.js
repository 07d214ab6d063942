function f(a, b) { /* body */ return a + b; }
const g = x => x * 2;
class A { m() { return 1; } }
console.log(String(f));
console.log(String(g), f.toString() === '' + f);
console.log(String(A), A.prototype.m.toString());
