'use strict';
function f(a) { arguments[0] = 'changed'; return a; }
function g(a) { a = 'changed'; return arguments[0]; }
console.log(f('x'), g('y'));
