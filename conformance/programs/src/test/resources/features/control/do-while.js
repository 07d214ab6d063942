let i = 0;
do { i++; } while (i < 5);
console.log(i);
do { i = 100; } while (false);
console.log(i);
let s = '';
do { if (i % 2) continue; s += i; } while (i++ < 105);
console.log(s);
