let list = null;
for (let i = 0; i < 1000; i++) list = { value: i, next: list };
let s = 0, n = 0;
for (let p = list; p !== null; p = p.next) { s += p.value; n++; }
console.log(s, n);
