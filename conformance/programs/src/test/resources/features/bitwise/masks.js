function popcount(n) { let c = 0; while (n) { n &= n - 1; c++; } return c; }
console.log([0, 1, 255, -1, 0x55555555, 2147483648].map(popcount).join());
function reverse(n) { let r = 0; for (let i = 0; i < 32; i++) { r = r << 1 | n & 1; n >>>= 1; } return r >>> 0; }
console.log(reverse(1), reverse(0xf0f0f0f0), reverse(12345));
