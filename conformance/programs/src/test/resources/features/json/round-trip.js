const data = { n: [0, -1, 1.5, 1e21, 1e-7], s: ['', 'ü', '😀', '\u0000'], b: [true, false, null], d: { deep: { deeper: [[[]]] } } };
console.log(JSON.stringify(JSON.parse(JSON.stringify(data))) === JSON.stringify(data), JSON.stringify(data));
