const fs = [];
let last;
for (let i = 0; i < 3000; i++) { if (i % 1000 === 0) fs.push(() => i); last = () => i; }
console.log(fs.map(f => f()).join(), last());
