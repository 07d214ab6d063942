let n = 0;
for (let x = 0; !(x >= 5); x++) { n++; if (x === 3) x = NaN; if (n > 10) break; }
console.log(n);
let k = 0;
while (k < NaN) k++;
console.log(k);
