function sum(a) { let s = 0; for (let i = 0; i < a.length; i++) s += a[i]; return s; }
const ints = [], doubles = [], mixed = [];
for (let i = 0; i < 100; i++) { ints[i] = i; doubles[i] = i + 0.5; mixed[i] = i % 3 ? i : String(i); }
for (let k = 0; k < 10; k++) { sum(ints); sum(doubles); }
console.log(sum(ints), sum(doubles), sum(mixed).length, sum([]), sum('123'));
