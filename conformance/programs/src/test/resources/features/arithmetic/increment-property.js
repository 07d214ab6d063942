const o = { n: 1, m: { k: 10 }, a: [1, 2, 3] };
o.n++;
++o.m.k;
o.a[1]--;
console.log(o.n, o.m.k, o.a.join(), o.n++ + ++o.n, o['n']--, o.n);
let calls = 0;
function key() { calls++; return 'n'; }
o[key()]++;
o[key()] += 5;
console.log(o.n, calls);
