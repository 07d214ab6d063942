const v = [0.5, 1.5, -0.5, -1.5, 2.4999999, 1e20, -2.7, 2.7, 0.49999999999999994, NaN, Infinity];
console.log(v.map(Math.round).join(), v.map(Math.floor).join(), v.map(Math.ceil).join(), v.map(Math.trunc).join());
function f(x) { return Math.floor(x) + Math.ceil(x) + Math.round(x); }
for (let i = 0; i < 300; i++) f(i / 3);
console.log(f(1.5), f(-1.5), f(7));
