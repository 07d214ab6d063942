class A { constructor() { this.a = 1; } }
class B extends A { constructor() { try { this.x = 1; } catch (e) { console.log(e.name); } super(); this.b = 2; } }
const b = new B();
console.log(b.a, b.b);
class C extends A { constructor() { } }
try { new C(); } catch (e) { console.log(e.name); }
class D extends A { constructor() { super(); try { super(); } catch (e) { console.log(e.name); } } }
new D();
class E extends A { constructor() { return { own: true }; } }
console.log(new E().own);
