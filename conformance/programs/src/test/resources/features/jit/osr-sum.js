let s = 0;
for (let i = 0; i < 20000; i++) s = (s + i * i) | 0;
console.log(s);
