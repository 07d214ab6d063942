let last = null, n = 0;
for (let i = 0; i < 5000; i++) { last = { a: i, b: [i], c: last && last.a }; if (last.b[0] !== i) n++; }
console.log(n, last.a, last.c);
