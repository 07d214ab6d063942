let s = 0;
for (let i = 0; i < 30; i++) for (let j = 0; j < 30; j++) { if (j > i) break; if ((i + j) % 3) continue; s += i * j; }
console.log(s);
