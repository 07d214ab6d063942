const util = require('util');
const assert = require('assert');
console.log(util.format('%s is %d and %j', 'x', 42, { a: 1 }, 'rest'), util.inspect({ a: [1, { b: new Map([[1, 2]]) }] }, { depth: 0 }), util.inspect('text'));
console.log(util.isDeepStrictEqual({ a: [1, 2] }, { a: [1, 2] }), util.isDeepStrictEqual([1], ['1']), util.types.isDate(new Date()));
const later = util.promisify((value, callback) => setImmediate(callback, null, value * 2));
later(21).then((value) => console.log('promisified', value));
function verdict(name, check) {
  try {
    check();
    console.log(name, 'holds');
  } catch (error) {
    console.log(name, error.name, error.code, error.actual, error.expected);
  }
}
verdict('ok', () => assert(1));
verdict('not ok', () => assert.ok(0, 'zero'));
verdict('equal', () => assert.equal(1, '1'));
verdict('strictEqual', () => assert.strictEqual(1, '1'));
verdict('strictEqual NaN', () => assert.strictEqual(NaN, NaN));
verdict('notStrictEqual', () => assert.notStrictEqual(1, 1));
verdict('deepEqual', () => assert.deepEqual({ a: 1, b: [2] }, { b: ['2'], a: 1 }));
verdict('deepStrictEqual', () => assert.deepStrictEqual({ a: 1 }, { a: '1' }));
verdict('deepStrictEqual of Maps', () => assert.deepStrictEqual(new Map([[{ k: 1 }, new Set([1])]]), new Map([[{ k: 1 }, new Set([1])]])));
verdict('deepStrictEqual of prototypes', () => assert.deepStrictEqual(Object.create(null), {}));
const circle = { name: 'circle' };
circle.self = circle;
const other = { name: 'circle' };
other.self = other;
verdict('deepStrictEqual of circles', () => assert.deepStrictEqual(circle, other));
verdict('throws', () => assert.throws(() => { throw new TypeError('bad'); }, TypeError));
verdict('throws with properties', () => assert.throws(() => { throw new TypeError('bad'); }, { name: 'TypeError', message: 'bad' }));
verdict('throws nothing', () => assert.throws(() => {}));
verdict('doesNotThrow', () => assert.doesNotThrow(() => {}));
verdict('strict', () => assert.strict.equal(1, '1'));
try {
  assert.strictEqual(1, 2, 'a message of ours');
} catch (error) {
  console.log(error instanceof assert.AssertionError, error instanceof Error, error.message.split('\n')[0], error.operator);
}
