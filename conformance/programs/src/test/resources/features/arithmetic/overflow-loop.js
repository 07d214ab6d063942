let sum = 0;
for (let i = 0; i < 10000; i++) sum += i * 10000;
console.log(sum);
let product = 1;
for (let i = 1; i < 30; i++) product *= i;
console.log(product);
