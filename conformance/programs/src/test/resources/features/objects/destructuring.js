const { a, b: renamed, c = 'default', d: { e, ...deep } = {}, ...rest } = { a: 1, b: 2, d: { e: 5, f: 6, g: 7 }, x: 8, y: 9 };
console.log(a, renamed, c, e, JSON.stringify(deep), JSON.stringify(rest));
function f({ p = 1, q } = {}, [r, , s = 3, ...t] = []) { return [p, q, r, s, t.length].join(); }
console.log(f(), f({ q: 2 }, [4, 5, undefined, 7, 8]));
let x, y;
({ x, y = x } = { x: 1 });
console.log(x, y);
try { const { z } = null; } catch (e) { console.log(e.name); }
