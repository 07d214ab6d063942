const k = 1;
try { k = 2; } catch (e) { console.log(e.name + ': ' + e.message); }
try { k++; } catch (e) { console.log(e.message); }
console.log(k);
const o = { a: 1 };
o.a = 2;
console.log(o.a);
function f() { const z = 1; try { z += 1; } catch (e) { return e.message; } }
console.log(f());
