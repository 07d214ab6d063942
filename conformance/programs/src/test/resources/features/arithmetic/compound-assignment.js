let a = 7;
a += 3; a -= 2; a *= 4; a /= 8; a **= 3; a %= 50;
console.log(a);
a <<= 3; a >>= 1; a >>>= 0; a |= 9; a &= 60; a ^= 5;
console.log(a);
let t = 'x';
t += 1; t += 'y'; t += null;
console.log(t);
