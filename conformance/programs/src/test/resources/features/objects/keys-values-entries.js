const o = { a: 1, b: [2], c: { d: 3 } };
console.log(Object.keys(o).join(), JSON.stringify(Object.values(o)), JSON.stringify(Object.entries(o)), JSON.stringify(Object.fromEntries([['x', 1], ['y', 2]])));
console.log(JSON.stringify(Object.assign({}, o, { a: 9 }, null, 'z')), Object.getOwnPropertyNames('ab').join(), o.hasOwnProperty('a'), Object.hasOwn(o, 'zz'));
