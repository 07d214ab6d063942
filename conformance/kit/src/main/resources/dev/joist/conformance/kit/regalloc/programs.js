function many(a, b, c, d) {
  let e = a + b, f = b * c, g = c - d, h = d ^ a, i = e + f, j = g * h, k = i - j, l = a + k, m = b + l, n = c * m;
  const before = [a, b, c, d, e, f, g, h, i, j, k, l, m, n];
  let swap = a;
  a = b; b = c; c = d; d = swap;
  return before.join() + ' ' + [a, b, c, d, e + f + g + h + i + j + k + l + m + n].join();
}
for (let i = 0; i < 20; i++) console.log(many(i, i + 1.5, 3 - i, i * i));
// == loops, with numbers of both kinds and a change of kind
function loops(n) {
  let x = 0, y = 0.5, z = 1, text = '';
  for (let i = 0; i < n; i++) {
    for (let j = i; j > 0; j >>= 1) {
      x += j;
      y = y * 0.75 + j;
    }
    [x, z] = [z, x];
    if (i % 7 === 3) text += x + ':' + z + ' ';
    if (i === 40) z = 2147483647;
  }
  return text + x + ' ' + y + ' ' + z;
}
console.log(loops(3), loops(60), loops(90));
// == calls keep what is live, also when they throw
function add(a, b) { if (b === 13) throw new RangeError('thirteen'); return a + b; }
function calls(n) {
  let kept = { n }, sum = 0, caught = 0, last = -0.0;
  for (let i = 0; i < n; i++) {
    const local = i * 2;
    try {
      sum = add(sum, i);
      last = local / 4;
    } catch (error) {
      caught += local;
      sum += error.message.length;
    } finally {
      kept = { n: kept.n + local, before: kept.before ? 1 : 0 };
    }
  }
  return [kept.n, kept.before, sum, caught, last].join();
}
for (let i = 10; i < 30; i += 3) console.log(calls(i));
// == objects, closures, recursion and deoptimization
class Point { constructor(x, y) { this.x = x; this.y = y; } plus(other) { return new Point(this.x + other.x, this.y + other.y); } }
function path(n) {
  let at = new Point(0, 0), longest = null;
  const steps = [new Point(1, 2), new Point(-0.5, 3), new Point('a', 1)];
  for (let i = 0; i < n; i++) {
    at = at.plus(steps[i < n - 2 ? i & 1 : 2]);
    if (longest === null || at.y > longest.y) longest = at;
  }
  return at.x + ' ' + at.y + ' ' + longest.x;
}
const fib = n => n < 2 ? n : fib(n - 1) + fib(n - 2);
const counter = start => { let count = start; return step => count += step; };
const next = counter(5);
for (let i = 1; i < 15; i++) console.log(path(i), fib(i), next(i), next('' + i).length);
