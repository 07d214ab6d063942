let n = 27, steps = 0;
while (n !== 1) { n = n % 2 ? 3 * n + 1 : n / 2; steps++; }
console.log(steps);
while (false) console.log('never');
let i = 10;
while (i --> 0) if (i === 5) break;
console.log(i);
