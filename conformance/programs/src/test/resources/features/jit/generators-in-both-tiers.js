// Frames that one tier suspends and the other resumes, with values that compiled code did not expect.
function* numbers(n) {
  let i = 0;
  let sum = 0;
  while (i < n) {
    const sent = yield sum;
    sum += i + (sent ?? 0);
    i++;
  }
  return sum;
}
function drain(g, sent) {
  let last;
  for (let r = g.next(); !r.done; r = g.next(sent)) last = r.value;
  return last;
}
const early = numbers(10);
early.next(); early.next(0.5);
for (let k = 0; k < 200; k++) drain(numbers(5), k);
console.log(drain(early, 1), drain(numbers(40), 2 ** 31), drain(numbers(4), 'x'), drain(numbers(3), -0.25));

// Handlers and finally blocks around yields.
function* guarded(log) {
  for (let i = 0; i < 3; i++) {
    try {
      log.push('got ' + (yield i));
      if (i === 1) throw new Error('own');
    } catch (e) {
      log.push('caught ' + (e.message ?? e));
      yield 'in catch';
    } finally {
      log.push('finally ' + i);
      if (i === 2) yield 'in finally';
    }
  }
  return 'end';
}
function play() {
  const log = [];
  const g = guarded(log);
  const results = [g.next(), g.next('a'), g.next('b'), g.next('c'), g.throw('t'), g.next(), g.return('r'), g.next()];
  return log.join() + ' ' + results.map(r => r.value + (r.done ? '!' : '')).join();
}
let played;
for (let k = 0; k < 150; k++) played = play();
console.log(played);

// Many live values, some of them captured.
function* many(a, b, c, d) {
  let e = a + b, f = c * d, g = a - d, h = [a, b], i = { c, d };
  const add = x => e += x;
  for (let k = 0; k < 4; k++) {
    yield add(k) + f + g + h[0] + i.d;
    f += 0.5; g--; h = [g, f]; i.d += k;
  }
}
let total = 0;
for (let k = 0; k < 150; k++) for (const x of many(k, 1, 2, 3)) total += x;
console.log(total);

// Arguments, this, and a generator that resumes itself.
function* own() { yield this.x + arguments.length; try { self.next(); } catch (e) { yield e.constructor.name; } }
let self, seen;
for (let k = 0; k < 150; k++) { self = own.call({ x: k }, 1, 2); seen = [...self]; }
console.log(seen.join());

// One generator, resumed for ever.
function* forever() { let n = 0; for (;;) n = (n * 31 + (yield n)) | 0; }
const f = forever();
f.next();
let n;
for (let k = 0; k < 2000; k++) n = f.next(k).value;
console.log(n);

// Deep delegation.
function* nest(n) { if (n === 0) return 1; const r = yield* nest(n - 1); yield n; return r + 1; }
for (let k = 0; k < 20; k++) n = [...nest(30)].length + drain(nest(3));
console.log(n);

// Numbers that only code behind a yield reads.
function* later(x) { const d = x * 0.5 + 1; const n = (x * 3) | 0; yield 'first'; return d * n + d; }
for (let k = 0; k < 300; k++) { const g = later(k); g.next(); n = g.next().value; }
console.log(n);
