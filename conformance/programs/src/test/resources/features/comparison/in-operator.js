const o = { a: 1, b: undefined };
const arr = [1, , 3];
console.log('a' in o, 'b' in o, 'c' in o, 'toString' in o, 0 in arr, 1 in arr, 2 in arr, 3 in arr, 'length' in arr);
try { 'x' in 'string'; } catch (e) { console.log(e instanceof TypeError); }
