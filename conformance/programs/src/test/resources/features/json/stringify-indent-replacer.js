const o = { a: 1, b: [1, { c: 2 }], d: {}, e: [] };
console.log(JSON.stringify(o, null, 2));
console.log(JSON.stringify(o, null, '--'), JSON.stringify(o, ['a', 'd']), JSON.stringify(o, (k, v) => (typeof v === 'number' ? v * 10 : v)));
console.log(JSON.stringify({ toJSON() { return { replaced: true }; } }), JSON.stringify({ k: { toJSON: k => 'key ' + k } }));
