let a = 1, b = 2;
let t = a; a = b; b = t;
console.log(a, b);
[a, b] = [b, a];
console.log(a, b);
const arr = [1, 2, 3];
[arr[0], arr[2]] = [arr[2], arr[0]];
console.log(arr.join());
