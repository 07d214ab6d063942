function classify(n) {
  if (n < 0) return 'negative';
  if (n <= 0) return 'zero';
  if (n > 1000) return 'big';
  if (n >= 100) return 'medium';
  return n === 7 ? 'seven' : n !== n ? 'nan' : 'small';
}
for (let i = -100; i < 1200; i++) classify(i);
console.log([-1, 0, -0, 7, 8, 100, 99.9, 1000, 1001, NaN, '5', null, undefined, -Infinity].map(classify).join());
