class A { constructor() { this.v = 1; } get() { return this.v; } }
class B extends A { constructor() { super(); this.extra = 0; } }
let s = 0;
for (let i = 0; i < 1000; i++) s += (i % 100 === 99 ? new B() : new A()).get();
console.log(s);
