console.log({ a: 1, b: 'two', c: [1, 2], d: { e: { f: { g: 1 } } }, 'quoted key': null, 3: undefined });
console.log({}, [], [[]], { a: {} }, [{}], { f() {}, g: () => 1, h: class A {}, i: class extends Array {} });
console.log([1, 'a', , null], [undefined], [, , 1], new Array(3), [1.5, -0]);
