const log = (...a) => console.log(...a);
queueMicrotask(() => log('microtask')); Promise.resolve('p').then(log); log('sync');
const dead = setTimeout(() => log('never'), 1); clearTimeout(dead); clearTimeout(undefined); clearTimeout(12345);
const p = new Promise((res, rej) => { log('executor'); res(1); rej(2); res(3) }); log(p, Promise.resolve(p) === p, Promise.reject(9).catch(x => log('caught', x)) instanceof Promise, new Promise(() => { }));
p.then(v => { log('then', v); return v + 1 }).then(v => { log('then2', v); throw new Error('boom') }).catch(e => { log('catch', e.message); return 'rec' }).finally(() => { log('finally'); return 'ignored' }).then(v => log('after', v));
Promise.all([1, Promise.resolve(2), { then(r) { r(3) } }]).then(v => log('all', v)); Promise.all([]).then(v => log('all empty', v)); Promise.all([1, Promise.reject('no')]).catch(e => log('all rejected', e)); Promise.allSettled([1, Promise.reject('x')]).then(v => log('settled', v)); Promise.race([new Promise(r => setTimeout(r, 10, 'slow')), 'fast']).then(v => log('race', v)); Promise.any([Promise.reject(1), 2]).then(v => log('any', v)); Promise.any([Promise.reject(1), Promise.reject(2)]).catch(e => log('any failed', e.constructor.name, e.message, e.errors));
new Promise((_, r) => r('later')).then(null, e => log('rejected', e)); Promise.resolve({ then() { throw 'bad then' } }).catch(e => log('thenable threw', e)); Promise.reject(1).finally(() => { throw 'from finally' }).catch(e => log(e)); Promise.resolve().then(() => { throw new TypeError('t') }).catch(String).then(log);
class MyP extends Promise { } const mp = MyP.resolve(1); log(mp instanceof MyP, mp.then(() => { }) instanceof MyP, mp, Promise.prototype.then.call(mp, x => x).constructor.name); for (const f of [() => Promise(), () => new Promise(), () => new Promise(5), () => Promise.resolve.call(1), () => Promise.prototype.then.call({}), () => Promise.all.call(1)]) try { f(); log('none') } catch (e) { log(e.name + ': ' + e.message.split('\n')[0]) }
log(Promise.length, Promise.name, Object.prototype.toString.call(p), Promise.prototype.constructor === Promise, Promise[Symbol.species] === Promise); Promise.resolve().then(() => log('m1')).then(() => log('m2')); Promise.resolve().then(() => log('n1')).then(() => log('n2')); queueMicrotask(() => { log('q1'); queueMicrotask(() => log('q2')) }); log(typeof performance.now(), performance.now() >= 0, performance.now() <= performance.now());
const self = new Promise(r => Promise.resolve().then(() => r(self))); self.catch(e => log(e.name, e.message));
let n = 0;
const steps = [
  next => setTimeout((a, b) => { log('timeout', a, b); next() }, 1, 'x', 'y'),
  next => { const i = setInterval(() => { log('interval', ++n); if (n === 3) { clearInterval(i); next() } }, 1); log(typeof i, i.hasRef(), typeof +i, i.unref() === i, i.hasRef(), i.ref().hasRef()) },
  next => { setImmediate((x) => { log('immediate', x); next() }, 7); Promise.resolve().then(() => log('before immediate')) },
  next => { const i = setImmediate(() => log('never')); clearImmediate(i); setTimeout(next) },
  next => { setTimeout(() => { Promise.resolve().then(() => log('micro in timeout')) }, 1); setTimeout(() => { log('after micro'); next() }, 2) },
  next => { log(p, mp); const rj = Promise.reject(new Error('shown')); rj.catch(() => next()); log(String(rj)) },
  next => { const t = setTimeout(next, 5); t.refresh(); setTimeout(() => { throw new Error('never') }, 20).close() },
  next => { setTimeout(() => log('unref never runs'), 60000).unref(); log('end'); next() },
];
(function run(i) { if (i < steps.length) steps[i](() => run(i + 1)) })(0);
