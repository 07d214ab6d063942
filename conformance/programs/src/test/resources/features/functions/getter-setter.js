const o = { _x: 1, get x() { return this._x; }, set x(v) { this._x = v * 2; } };
o.x = 5;
console.log(o.x, o._x, Object.keys(o).join());
o.x += 1;
console.log(o.x);
const ro = { get y() { return 1; } };
ro.y = 2;
console.log(ro.y);
(function () { 'use strict'; try { ro.y = 2; } catch (e) { console.log(e.name); } })();
