function primes(n) {
  const sieve = [], found = [];
  for (let i = 2; i <= n; i++) { if (sieve[i]) continue; found.push(i); for (let j = i * i; j <= n; j += i) sieve[j] = true; }
  return found;
}
console.log(primes(60).join(), primes(2000).length);
