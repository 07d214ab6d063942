// Who goes on when: the order of microtasks is part of the language.
const log = [];
const thenable = { then(resolve) { log.push('then of thenable'); resolve('t'); } };
async function awaits(name, value) { log.push(name + '0'); await value; log.push(name + '1'); await value; log.push(name + '2'); return name; }
awaits('a', 1).then(v => log.push('a done'));
awaits('p', Promise.resolve()).then(v => log.push('p done'));
awaits('t', thenable).then(v => log.push('t done'));
(async () => { try { await awaits('r', Promise.reject('no')); } catch (e) { log.push('rejected ' + e); } })();
(async () => Promise.resolve('inner'))().then(v => log.push(v));
(async () => thenable)().then(v => log.push('returned ' + v));
async function* g(n) { for (let i = 0; i < n; i++) yield log.push('yield ' + i), i; }
(async () => { for await (const x of g(2)) log.push('x' + x); log.push('end of g'); })();
(async () => { for await (const x of [thenable, 2]) log.push('s' + x); log.push('end of array'); })();
const q = g(3);
for (const m of ['next', 'next', 'return', 'next', 'throw']) q[m](m).then(r => log.push(m + ' ' + r.value + r.done), e => log.push(m + ' rejected ' + e));
Promise.resolve().then(() => log.push('1')).then(() => log.push('2')).then(() => log.push('3')).then(() => log.push('4')).then(() => log.push('5'));
setTimeout(() => console.log(log.join('\n')), 1);
