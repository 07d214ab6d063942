class A { constructor(...args) { this.args = args; } }
class B extends A {}
class C {}
console.log(new B(1, 2, 3).args.join(), Object.keys(new C()).length, B.length, A.length);
