const o = { n: 0, inc(k) { this.n += k; return this; } };
for (let i = 0; i < 400; i++) o.inc(i).inc(1);
console.log(o.n);
const { inc } = o;
try { (function () { 'use strict'; return inc.call(undefined, 1); })(); } catch (e) { console.log(e.name); }
