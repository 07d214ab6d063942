let x = 0;
for (let i = 0; i < 5000; i++) { if (i === 2500) x += 0.5; x += 1; if (i === 4000) x = String(x); if (i > 4000) x = x.length; }
console.log(x);
