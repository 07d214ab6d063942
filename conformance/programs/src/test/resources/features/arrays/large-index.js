const a = [];
a[100000] = 1;
console.log(a.length, Object.keys(a).join());
a[4294967294] = 2;
console.log(a.length);
a[4294967295] = 3;
console.log(a.length, a[4294967295]);
