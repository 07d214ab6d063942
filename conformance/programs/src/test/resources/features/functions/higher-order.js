const compose = (...fs) => x => fs.reduceRight((v, f) => f(v), x);
const curry = f => function next(...a) { return a.length >= f.length ? f(...a) : (...b) => next(...a, ...b); };
console.log(compose(x => x + 1, x => x * 2)(5), curry((a, b, c) => a + b * c)(1)(2)(3), curry((a, b) => a - b)(5, 3));
const memo = f => { const cache = {}; return n => (n in cache ? cache[n] : (cache[n] = f(n))); };
const fib = memo(n => (n < 2 ? n : fib(n - 1) + fib(n - 2)));
console.log(fib(70));
