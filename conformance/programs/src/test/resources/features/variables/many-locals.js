function f(n) {
  let a = n, b = a + 1, c = b + 1, d = c + 1, e = d + 1, g = e + 1, h = g + 1, i = h + 1, j = i + 1, k = j + 1;
  let l = k + 1, m = l + 1, o = m + 1, p = o + 1, q = p + 1, r = q + 1, s = r + 1, t = s + 1, u = t + 1, v = u + 1;
  return a + b * c - d + e * g - h + i * j - k + l * m - o + p * q - r + s * t - u + v;
}
for (let i = 0; i < 150; i++) f(i);
console.log(f(1), f(0.5), f('x').length);
