function A() {}
A.prototype.hello = function () { return 'A'; };
function B() {}
B.prototype = Object.create(A.prototype);
B.prototype.constructor = B;
B.prototype.hello = function () { return 'B' + A.prototype.hello.call(this); };
const b = new B();
console.log(b.hello(), b instanceof A, Object.getPrototypeOf(b) === B.prototype, b.constructor === B, A.prototype.isPrototypeOf(b));
