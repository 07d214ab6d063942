const a = [1, 'two', , [4], { five: 5 },];
console.log(a.length, a[0], a[2], a[3][0], a[4].five, 2 in a);
a.length = 2;
console.log(a.length, a[3]);
a.length = 4;
console.log(a.length, a[2]);
a[10] = 'x';
console.log(a.length, [, ,].length, [].length);
try { a.length = -1; } catch (e) { console.log(e.name, e.message); }
