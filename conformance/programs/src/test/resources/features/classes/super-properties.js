class A { get v() { return 'A' + this.n; } m() { return 'Am'; } static s() { return 'As'; } }
class B extends A { get v() { return super.v + 'B'; } m() { return [1].map(() => super.m() + 'Bm').join(); } static s() { return super.s() + 'Bs'; } }
const b = new B();
b.n = 7;
console.log(b.v, b.m(), B.s());
const o = { __proto__: { hi() { return 'proto'; } }, hi() { return super.hi() + ' own'; } };
console.log(o.hi());
