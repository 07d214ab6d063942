function digits(n) { let s = ''; do { s = n % 10 + s; n = Math.floor(n / 10); } while (n > 0); return s; }
let total = 0;
for (let i = 0; i < 600; i++) total += digits(i * 7919).length;
console.log(total, digits(9876543210));
