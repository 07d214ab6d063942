let s = 0;
for (let i = 0; i < 4000; i++) s = (s + i * i) | 0;
console.log(s);
