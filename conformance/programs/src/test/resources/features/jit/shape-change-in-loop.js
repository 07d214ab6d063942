let o = { v: 1 }, s = 0;
for (let i = 0; i < 3000; i++) { s += o.v; if (i === 1000) o = { w: 0, v: 2 }; if (i === 2000) o = { get v() { return 3; } }; }
console.log(s);
