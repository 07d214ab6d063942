function sum() { let s = 0; for (let i = 0; i < arguments.length; i++) s += arguments[i]; return s; }
let t = 0;
for (let i = 0; i < 400; i++) t += sum(i, 1, 2) + sum() + sum(i);
console.log(t);
