'use strict';
function f() { return this; }
const o = { f, g() { return f(); }, h: () => typeof this };
console.log(f(), o.f() === o, o.g(), (0, o.f)(), (o.f)() === o, o['f']() === o);
