let c = 0;
for (let i = 0; i < 60; i++) { for (let j = 0; j < 60; j++) { if ((i ^ j) & 1) c++; else c += 2; } }
console.log(c);
