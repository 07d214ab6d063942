function multiply(a, b) {
  const n = a.length, c = [];
  for (let i = 0; i < n; i++) { c[i] = []; for (let j = 0; j < n; j++) { let s = 0; for (let k = 0; k < n; k++) s += a[i][k] * b[k][j]; c[i][j] = s; } }
  return c;
}
const a = [], b = [];
for (let i = 0; i < 12; i++) { a[i] = []; b[i] = []; for (let j = 0; j < 12; j++) { a[i][j] = i + j; b[i][j] = i - j / 2; } }
console.log(multiply(a, b)[3].join());
