function sqrt(n) { let x = n, last; do { last = x; x = (x + n / x) / 2; } while (Math.abs(x - last) > 1e-12 * x); return x; }
console.log(sqrt(2), sqrt(1e10), sqrt(0.0001), Math.abs(sqrt(3) - Math.sqrt(3)) < 1e-15);
