let n = 0;
class A { a = ++n; b = this.a * 10; ['c' + 1] = 'computed'; f = () => this.a; d; }
class B extends A { a2 = this.a + 1; }
const x = new A(), y = new B();
console.log(x.a, x.b, x.c1, x.f(), 'd' in x, y.a, y.a2, n);
