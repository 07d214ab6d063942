function gcd(a, b) { return b === 0 ? a : gcd(b, a % b); }
console.log(gcd(1071, 462), gcd(2 ** 40, 2 ** 33 * 3), gcd(17, 5));
function isPrime(n) { if (n < 2) return false; for (let d = 2; d * d <= n; d++) if (n % d === 0) return false; return true; }
let c = 0;
for (let i = 0; i < 800; i++) if (isPrime(i)) c++;
console.log(c, isPrime(2147483647), isPrime(1000003));
