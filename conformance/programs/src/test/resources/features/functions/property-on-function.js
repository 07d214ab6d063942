function f() { f.count = (f.count || 0) + 1; }
f(); f(); f();
f.meta = { a: 1 };
console.log(f.count, f.meta.a, Object.keys(f).join(), f.prototype.constructor === f, typeof (() => 1).prototype);
