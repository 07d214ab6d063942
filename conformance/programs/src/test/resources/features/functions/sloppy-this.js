function f() { return typeof this; }
function g() { return this === globalThis; }
console.log(f(), g(), f.call(5), f.call('s'), f.call(null), g.call(undefined), f.call(true));
