'use strict';
const proto = Object.freeze({ fixed: 1 });
const o = Object.create(proto);
try { o.fixed = 2; } catch (e) { console.log(e.name); }
console.log(o.fixed, Object.keys(o).length);
Object.defineProperty(o, 'fixed', { value: 3 });
console.log(o.fixed);
