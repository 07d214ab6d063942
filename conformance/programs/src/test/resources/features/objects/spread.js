const a = { x: 1, y: 2 }, b = { y: 3, z: 4 };
const c = { ...a, ...b, w: 5, ...null, ...undefined, ...'hi' };
console.log(JSON.stringify(c), JSON.stringify({ ...[7, 8] }), JSON.stringify({ y: 0, ...a, x: 9 }));
