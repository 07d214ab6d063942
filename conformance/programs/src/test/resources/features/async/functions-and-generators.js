const log = (...a) => console.log(...a);
async function f(x) { log('start', x); const y = await x; log('got', y); try { await Promise.reject(new Error('bad')); } catch (e) { log('caught', e.message); } finally { log('fin'); } return y + 1; }
f(1).then(v => log('then', v)); log('sync');
const arrow = async (a, b = 2) => { await null; return [a, b, typeof this]; };
arrow(1).then(log);
class C { x = 5; async m() { return await this.x; } static async s() { throw new TypeError('t'); } async *g(n) { for (let i = 0; i < n; i++) { yield i; await 0; } return 'r'; } }
new C().m().then(log); C.s().catch(e => log(e.name));
(async () => { for await (const v of new C().g(3)) log('fa', v); for await (const v of [1, Promise.resolve(2), 3]) log('sync it', v); })();
async function* ag() { try { const r = yield 1; log('r', r); yield* [10, 20]; yield* new C().g(2); } finally { log('closing'); await 1; log('closed'); } }
(async () => { const g = ag(); log(await g.next(), await g.next('s'), await g.next(), await g.next(), await g.return('early'), await g.next()); 
  const h = ag(); log(await Promise.all([h.next(), h.next(), h.return(5), h.next()]));
  for await (const x of ag()) { if (x === 20) break; }
  try { for await (const x of { [Symbol.asyncIterator]() { return { next() { return Promise.reject(new Error('nx')); } }; } }) ; } catch (e) { log(e.message); }
})();
async function deflt(a = (() => { throw new Error('param'); })()) {} deflt().catch(e => log(e.message));
log(Object.prototype.toString.call(f), f.constructor.name, Object.getPrototypeOf(ag).constructor.name, f.hasOwnProperty('prototype'), ag.prototype);
log(f, ag, arrow, ag());
const AF = f.constructor; new AF('a', 'return await a * 2')(21).then(log);
try { new f(); } catch (e) { log(e.message); }
async function args() { await 0; return arguments.length + arguments[1]; } args(1, 2).then(log);
async function hot(n) { let s = 0; for (let i = 0; i < n; i++) s += await i; return s; }
hot(3000).then(log);
async function rec(n) { return n === 0 ? 0 : 1 + await rec(n - 1); } rec(200).then(log);
