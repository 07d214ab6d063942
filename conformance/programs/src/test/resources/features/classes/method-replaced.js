class A { m() { return 1; } }
const a = new A();
function call() { return a.m(); }
for (let i = 0; i < 200; i++) call();
A.prototype.m = () => 2;
console.log(call());
a.m = () => 3;
console.log(call());
