const a = [];
let x = 5;
for (let i = 0; i < 60; i++) { x = x * 97 % 211; a.push(x); }
for (let i = 0; i < a.length; i++) for (let j = 0; j + 1 < a.length - i; j++) if (a[j] > a[j + 1]) { const t = a[j]; a[j] = a[j + 1]; a[j + 1] = t; }
console.log(a.join());
