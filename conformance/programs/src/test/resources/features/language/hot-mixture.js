// One hot function with for-of, spread, rest, destructuring, class fields, super calls, generators and try.
class Point {
  a = 1;
  #b = 2;
  constructor(x) {
    this.x = x;
  }
  get b() {
    return this.#b;
  }
}
class Further extends Point {
  c = 4;
  constructor(x, ...others) {
    super(x);
    this.others = others.length;
  }
  sum() {
    return this.a + this.b + this.c + this.x + this.others;
  }
}
function* count(n) {
  for (let i = 0; i < n; i++) {
    yield i;
  }
}
function work(n) {
  let total = 0;
  for (const value of [1, 2, 3]) {
    total += value;
  }
  const [first, second, ...rest] = [n, 2, 3, 4];
  const { x, y = 5 } = { x: n };
  total += first + second + rest.length + x + y + Math.max(...[1, 2, n]);
  try {
    if (n % 3 === 0) {
      throw n;
    }
    total++;
  } catch (thrown) {
    total += thrown;
  } finally {
    total += 2;
  }
  for (const value of count(3)) {
    total += value;
  }
  return total + new Further(n, 1, 2).sum();
}
let sum = 0;
for (let i = 0; i < 150; i++) {
  sum += work(i);
}
console.log(sum);
