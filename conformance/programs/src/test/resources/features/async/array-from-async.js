// Array.fromAsync: what it takes, when it asks, and what happens when something goes wrong. Node 20 has none: the output is that of its steps as an async function.
const log = [];
const tick = () => new Promise(resolve => setTimeout(resolve, 1));

async function* numbers(...values) {
  try {
    for (const value of values) {
      await tick();
      yield value;
    }
  } finally {
    console.log('closed', values.length);
  }
}

class List {
  constructor(...args) { console.log('new List', args.join()); }
}

const reject = async what => {
  try {
    console.log('fulfilled', await what());
  } catch (error) {
    console.log('rejected', error.name ?? error, error.message ?? '');
  }
};

async function main() {
  console.log(await Array.fromAsync([1, Promise.resolve(2), 3]));
  console.log(await Array.fromAsync(numbers(1, 2, 3)));
  console.log(await Array.fromAsync(numbers(1, 2), async (x, i) => { await tick(); return `${i}:${x}`; }));
  console.log(await Array.fromAsync({ length: 3, 0: 'a', 1: Promise.resolve('b') }));
  console.log(await Array.fromAsync('h\u{1F600}i'));
  console.log(await Array.fromAsync(new Map([[1, 2]])));
  console.log(await Array.fromAsync([10, 20], function (x) { return this.factor * x; }, { factor: 3 }));
  console.log(await Array.fromAsync.call(List, [1, 2]));
  console.log(await Array.fromAsync.call(List, { length: 2, 0: 'x', 1: 'y' }));
  console.log(await Array.fromAsync.call(parseInt, { length: 1, 0: 'x' }), await Array.fromAsync(7));

  await reject(() => Array.fromAsync(null));
  await reject(() => Array.fromAsync([1], 'no function'));
  await reject(() => Array.fromAsync(numbers(1, 2, 3), x => { if (x === 2) { throw new RangeError('mapped'); } return x; }));
  await reject(() => Array.fromAsync(numbers(1, 2), async () => { throw 'later'; }));
  await reject(() => Array.fromAsync([Promise.reject(new Error('element'))]));
  await reject(() => Array.fromAsync({ [Symbol.asyncIterator]: () => ({ next: () => 1 }) }));
  await reject(() => Array.fromAsync({ [Symbol.asyncIterator]: () => 1 }));
  await reject(() => Array.fromAsync({ get [Symbol.asyncIterator]() { throw 'getter'; } }));
  const closing = value => ({
    [Symbol.asyncIterator]() { return this; },
    next: () => ({ done: false, value: 1 }),
    return() { console.log('return called'); return value(); },
  });
  await reject(() => Array.fromAsync(closing(() => 1), () => { throw 'mapper 1'; }));
  await reject(() => Array.fromAsync(closing(() => { throw 'return'; }), () => { throw 'mapper 2'; }));
  await reject(() => Array.fromAsync(closing(() => Promise.reject('late return')), () => { throw 'mapper 3'; }));
  await reject(() => Array.fromAsync.call(function () { return Object.freeze({}); }, closing(() => 1)));

  // Interleaved with other jobs.
  const order = [];
  const others = (async () => { for (let i = 0; i < 12; i++) { order.push(i); await null; } })();
  await Array.fromAsync([1, 2], x => { order.push('map ' + x); return x; });
  order.push('done');
  await others;
  console.log(order.join());
}

console.log(Array.fromAsync.length, Array.fromAsync.name, Array.fromAsync([]) instanceof Promise);
main();
