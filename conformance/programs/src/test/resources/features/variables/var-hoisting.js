console.log(typeof hoisted, hoisted);
var hoisted = 1;
console.log(hoisted);
{ var inner = 'visible'; }
console.log(inner);
function f() { x = 5; return x; var x; }
console.log(f(), typeof x);
