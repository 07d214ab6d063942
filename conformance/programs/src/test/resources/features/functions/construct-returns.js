function A() { return { other: 1 }; }
function B() { this.x = 1; return 5; }
function C() { this.x = 2; return null; }
function D() { return [1]; }
console.log(new A().other, new B().x, new C().x, Array.isArray(new D()));
for (let i = 0; i < 150; i++) new B();
console.log(new B().x, new B() instanceof B, new A() instanceof A);
