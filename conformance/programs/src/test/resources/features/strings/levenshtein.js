function distance(a, b) {
  const d = [];
  for (let i = 0; i <= a.length; i++) { d[i] = [i]; for (let j = 1; j <= b.length; j++) d[i][j] = i === 0 ? j : Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1)); }
  return d[a.length][b.length];
}
console.log(distance('kitten', 'sitting'), distance('', 'abc'), distance('flaw', 'lawn'), distance('intention', 'execution'));
