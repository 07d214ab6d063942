function f(a, b) { return [a && b, a || b, a ?? b]; }
console.log(f(0, 1).join(), f(1, 0).join(), f('', 'x').join(), f(null, 5).join(), f(undefined, undefined).length, f(NaN, 2).join());
let calls = '';
const t = n => { calls += n; return true; }, u = n => { calls += n; return false; };
t(1) && u(2) && t(3); u(4) || t(5) || u(6); (u(7) && t(8)) || t(9);
console.log(calls);
