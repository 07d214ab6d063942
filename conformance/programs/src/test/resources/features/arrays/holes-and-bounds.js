function get(a, i) { return a[i]; }
const a = [1, , 3];
for (let i = 0; i < 300; i++) get(a, i % 3);
console.log(get(a, 0), get(a, 1), get(a, 2), get(a, 3), get(a, -1), get(a, 1.5), get(a, '2'), get(a, 'length'), get(a, 4294967295));
Array.prototype[1] = 'proto';
console.log(get(a, 1));
delete Array.prototype[1];
console.log(get(a, 1));
