let s = 0;
for (const x of [1, 2, 3]) s += x;
for (const c of 'héllo') s += c;
console.log(s);
const a = [1, 2];
const seen = [];
for (const x of a) { seen.push(x); if (a.length < 5) a.push(x * 10); }
console.log(seen.join());
for (const x of []) console.log('never');
for (const x of [1, , 3]) console.log(x);
