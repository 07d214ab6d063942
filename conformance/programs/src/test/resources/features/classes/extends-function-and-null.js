function Old(x) { this.x = x; }
Old.prototype.get = function () { return this.x; };
class New extends Old { get() { return super.get() * 2; } }
console.log(new New(21).get());
class N extends null { static s() { return 1; } }
console.log(N.s(), Object.getPrototypeOf(N.prototype));
try { class X extends 5 {} } catch (e) { console.log(e.name); }
