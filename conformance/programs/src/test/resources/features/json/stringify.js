console.log(JSON.stringify({ a: [1, 'x', null, undefined, () => 1, NaN, Infinity, true], b: undefined, c: { d: new Date(0) }, 'e f': '"\\\n\u2028\ud800' }));
console.log(JSON.stringify('x'), JSON.stringify(undefined), JSON.stringify(null), JSON.stringify([]), JSON.stringify({}), JSON.stringify([undefined]), JSON.stringify(new Number(3)), JSON.stringify([new String('s'), new Boolean(false)]));
