class A {}
class B extends A {}
const b = new B();
console.log(b instanceof B, b instanceof A, b instanceof Object, {} instanceof A, 5 instanceof Number, null instanceof Object, [] instanceof Array, (() => 1) instanceof Function);
try { b instanceof 5; } catch (e) { console.log(e instanceof TypeError); }
try { b instanceof {}; } catch (e) { console.log(e instanceof TypeError); }
B.prototype = {};
console.log(b instanceof B, b instanceof A);
