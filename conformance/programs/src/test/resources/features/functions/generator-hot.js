function* range(n) { for (let i = 0; i < n; i++) yield i * i; }
let s = 0;
for (let k = 0; k < 30; k++) for (const x of range(30)) s += x;
console.log(s);
function* tree(n) { if (n > 0) { yield* tree(n - 1); yield n; yield* tree(n - 1); } }
console.log([...tree(4)].join(''));
