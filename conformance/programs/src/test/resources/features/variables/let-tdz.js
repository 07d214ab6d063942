try { console.log(a); } catch (e) { console.log(e.name + ': ' + e.message); }
let a = 1;
console.log(a);
function f() { return b; }
try { f(); } catch (e) { console.log(e.message); }
let b = 2;
console.log(f());
try { c = 5; } catch (e) { console.log(e.message); }
let c;
console.log(c);
