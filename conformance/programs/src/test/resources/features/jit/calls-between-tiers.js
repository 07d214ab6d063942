function cold(f, x) { return f(x); }
function hot(x) { return x + 1; }
for (let i = 0; i < 500; i++) hot(i);
console.log(cold(hot, 1), [1, 2, 3].map(hot).join());
let s = 0;
[...Array(300).keys()].forEach(i => { s += hot(i); });
console.log(s);
