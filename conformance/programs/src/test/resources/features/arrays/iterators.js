const it = [1, 2][Symbol.iterator]();
console.log(JSON.stringify([it.next(), it.next(), it.next()]));
console.log([...['a', 'b'].entries()].join('|'), [...['a', 'b'].keys()].join(), [...['a'].values()].join());
const custom = { *[Symbol.iterator]() { yield 1; yield 2; } };
console.log([...custom].join(), Math.max(...custom));
const closing = { [Symbol.iterator]() { return { next: () => ({ value: 1, done: false }), return() { console.log('closed'); return {}; } }; } };
for (const v of closing) break;
try { for (const v of closing) throw 'x'; } catch (e) { console.log(e); }
const [first] = closing;
console.log(first);
