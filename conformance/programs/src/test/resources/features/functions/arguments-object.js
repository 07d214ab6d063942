function f() { let s = 0; for (let i = 0; i < arguments.length; i++) s += arguments[i]; return s; }
console.log(f(), f(1), f(1, 2, 3), f.length);
function g() { return Array.prototype.slice.call(arguments, 1).join(); }
console.log(g('a', 'b', 'c'));
function h() { return typeof arguments + Object.prototype.toString.call(arguments) + Array.isArray(arguments); }
console.log(h());
