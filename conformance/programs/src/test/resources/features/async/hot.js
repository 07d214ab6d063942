// Async functions and generators that are compiled, with values in registers around awaits.
async function sum(n) { let s = 0, d = 0.5; for (let i = 0; i < n; i++) { s += await (i & 1 ? i : Promise.resolve(i)); d *= 1.001; } return s + Math.floor(d); }
async function* squares(n) { try { for (let i = 0; i < n; i++) yield i * i; } finally { await null; closed++; } }
let closed = 0;
async function all(n) { let s = 0; for await (const x of squares(n)) { if (x > 2000) break; s += x; } return s; }
async function tries(i) { try { if (i % 3 === 0) throw i; return await Promise.reject(i + 1); } catch (e) { return -e; } finally { closed += await 1; } }
class Counter { #n = 0; async add(x) { this.#n += await x; return this.#n; } async *[Symbol.asyncIterator]() { while (this.#n-- > 0) yield this.#n; } }
(async () => {
  let total = 0;
  for (let k = 0; k < 150; k++) total += await sum(20) + await all(60) + await tries(k);
  const c = new Counter();
  await Promise.all(Array.from({ length: 300 }, (_, i) => c.add(i % 2)));
  for await (const n of c) total += n;
  const nested = async n => n === 0 ? 0 : 1 + await nested(n - 1);
  console.log(total, closed, await nested(50));
})();
