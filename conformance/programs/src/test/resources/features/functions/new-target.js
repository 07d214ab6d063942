function F() { return new.target === undefined ? 'call' : new.target === F ? Object('new') : Object('sub'); }
console.log(F(), String(new F()));
class A { constructor() { this.t = new.target.name; } }
class B extends A {}
console.log(new A().t, new B().t);
