const a = [5, 1, 4, , 3];
console.log(a.length, a, a.at(-1), a.at(0), a.at(99));
console.log([1, 2, 3].concat(4, [5, [6]], { length: 1, 0: 'x' }), [].concat([1, , 3]));
console.log([1, 2, 3, 4, 5].copyWithin(0, 3), [1, 2, 3, 4, 5].copyWithin(1, 0, 3), [1, 2, 3, 4, 5].copyWithin(-2, -3, -1));
console.log([1, 2, 3].fill(0), Array(3).fill(7, 1), [1, 2, 3].fill(9, -2, -1));
console.log([1, 2, 3].includes(NaN), [NaN].includes(NaN), [NaN].indexOf(NaN), [1, 2, 1].lastIndexOf(1), [1, 2, 1].lastIndexOf(1, -2), [, 1].includes(undefined), [, 1].indexOf(undefined));
console.log([1, null, undefined, 'x', [2, [3]]].join(), [1, 2].join(undefined), [1, 2].join(''), String([1, [2, 3]]), [].join());
console.log([1, 2, 3, 4].slice(1, -1), [1, 2, 3].slice(-2), [1, 2, 3].slice(5), [1, , 3].slice(1));
const s = [1, 2, 3, 4, 5]; console.log(s.splice(1, 2), s, s.splice(-1), s, s.splice(1, 0, 'a', 'b', 'c'), s, s.splice(0), s, s.splice());
console.log([3, 1, 2].toSorted(), [1, 2, 3].toReversed(), [1, 2, 3].toSpliced(1, 1, 'x', 'y'), [1, 2, 3].with(-1, 9));
const p = []; console.log(p.push(1, 2), p.push(), p.unshift(0), p.pop(), p.shift(), p, [].pop(), [].shift());
console.log([1, 2, 3].reverse(), [1, , 3, 4].reverse());
console.log([1, 2, 3].every(x => x > 0), [].every(x => false), [1, 2].some(x => x > 1), [].some(x => true));
console.log([1, 2, 3, 4].filter((x, i) => i % 2), [1, 2, 3].find(x => x > 1), [1].find(x => x > 1), [1, 2, 3].findIndex(x => x > 1), [1, 2, 3].findLast(x => x < 3), [1, 2, 3].findLastIndex(x => x > 5));
console.log([1, [2, [3, [4]]]].flat(), [1, [2, [3, [4]]]].flat(Infinity), [[1], [2]].flatMap(x => x), [1, 2].flatMap(x => [x, [x * 2]]), [1, , [2, , 3]].flat());
console.log([1, 2, 3].reduce((a, b) => a + b), [1, 2, 3].reduce((a, b) => a + b, '>'), [1, 2, 3].reduceRight((a, b) => a + '-' + b));
try { [].reduce((a, b) => a) } catch (e) { console.log(e.message) }
console.log([3, 10, 2, 1].sort(), [3, 10, 2, 1].sort((a, b) => a - b), ['b', undefined, 'a', , 'c'].sort(), [3, 1, 2].sort((a, b) => b - a));
console.log(Array.from('abc'), Array.from({ length: 3 }, (_, i) => i * i), Array.from(new Set([1, 1, 2])), Array.from([1, 2], function (x) { return x + this.k }, { k: 10 }), Array.of(7), Array.of(1, 2, 3));
console.log(Array(3), Array(1, 2), new Array(2).length, Array.isArray([]), Array.isArray({ length: 0 }), Array.isArray(Array.prototype));
try { Array(-1) } catch (e) { console.log(e.name, e.message) }
try { [].length = -1 } catch (e) { console.log(e.name, e.message) }
const l = [1, 2, 3]; l.length = 1; l[3] = 'x'; console.log(l, l.length, Object.keys(l)); l.foo = 'bar'; console.log(l);
console.log([...[1, 2].entries()], [...['a', 'b'].keys()], [...[1, 2].values()], [].entries().next(), [][Symbol.iterator] === [].values);
for (const [i, x] of ['p', 'q'].entries()) console.log(i, x);
console.log(Object.getOwnPropertyNames(Array.prototype).length > 30, Array.prototype.concat.length, Array.prototype.push.name, Array.from.name, Array.length);
console.log([1, 2, 3].toString(), [1, 2, 3].toLocaleString(), [1234.5, new Date(0) instanceof Date].toLocaleString());
console.log(Array.prototype.map.call('abc', x => x + x), Array.prototype.slice.call({ 0: 'a', 1: 'b', length: 2 }), Array.prototype.join.call('abc', '-'));
class MyArr extends Array { sum() { return this.reduce((a, b) => a + b, 0) } }
const m = MyArr.from([1, 2, 3]); console.log(m, m.sum(), m.map(x => x * 2) instanceof MyArr, m.filter(x => x > 1), m.length, MyArr.of(1), m.concat([4]).sum());
const big = []; big[5] = 1; console.log(big, 3 in big, 5 in big, big.indexOf(1)); big.forEach((x, i) => console.log(i, x));
const arr2 = [1, 2, 3]; arr2.forEach((x, i, self) => { if (i === 0) self.push(4) }); console.log(arr2);
console.log([1, 2, 3].map(parseInt), ['1', '2', '3'].map(Number), [[1, 2], [3]].map(([a, b = 'd']) => a + b));
console.log([,].length, [1, , 2].length, [undefined, , null], Array.apply(null, Array(2)));
let calls = 0; const arr3 = [5, 3, 1]; arr3.sort((a, b) => { calls++; return a - b }); console.log(arr3, calls > 0);
console.log([1, 2, 3, 4, 5, 6, 7, 8, 9, 10].sort((a, b) => (a % 3) - (b % 3)));
const recs = Array.from({ length: 40 }, (_, i) => ({ k: i % 4, i })); recs.sort((a, b) => a.k - b.k); console.log(recs.map(r => r.k + ':' + r.i).join(' '));
for (const f of ['map', 'forEach', 'filter', 'reduce', 'find', 'some', 'sort']) { try { [1, 2][f](5) } catch (e) { console.log(f, e.name, e.message) } }
try { [].flatMap() } catch (e) { console.log(e.message) }
try { Array.prototype.map.call(null, x => x) } catch (e) { console.log(e.message) }
try { null.foo } catch (e) { console.log(e.message) }
try { [1, 2].with(5, 0) } catch (e) { console.log(e.name, e.message) }
console.log([0, -0].map(x => Object.is(x, -0)), [-0].includes(0), [1, 2, 3].indexOf(2, -1), [1, 2, 3].indexOf(3, -1));
const cyc = [1]; cyc.push(cyc); console.log(String(cyc), cyc.join('-'));
console.log([3, 2, 1].sort(undefined), [true, false].sort(), [null, undefined, 0, 'a'].sort(), [-1, -2, 5, 10].sort());
