function f(a, b) { { let a = 'block'; b = a; } return a + b; }
console.log(f('x', 'y'));
function g(a) { var a; return a; }
console.log(g(5));
function h(a) { function a() {} return typeof a; }
console.log(h(5));
