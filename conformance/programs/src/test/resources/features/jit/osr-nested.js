let c = 0;
for (let i = 0; i < 200; i++) { for (let j = 0; j < 200; j++) { if ((i ^ j) & 1) c++; else c += 2; } }
console.log(c);
