// Makes vectors.tsv: `node vectors.js > vectors.tsv`. One line a call: function, argument's bits or JSON text, parameter, result.
const view = new DataView(new ArrayBuffer(8));
const bits = (x) => (view.setFloat64(0, x), view.getBigUint64(0).toString(16).padStart(16, '0'));
let state = 12345;
const random32 = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0);
const randomDouble = () => (view.setUint32(0, random32()), view.setUint32(4, random32()), view.getFloat64(0));
const numbers = [0, -0, 1, -1, 0.1, 0.2, 0.1 + 0.2, 1 / 3, 5e-324, 1e-323, 1.5e-323, 2.2250738585072014e-308, 1.7976931348623157e308, 1e21, 1e20,
  123456789012345680000, 1e-6, 1e-7, 1.5e-7, 9007199254740993, 2 ** 53, 2 ** 60, 2 ** 70, 2e23, 1e23, 8.41e21, 9.5, 0.5, 1.005, 1.45, 1.55, 2.5, 25, 35, -2.5,
  1.25, 1000.5, 99.99, 9.995, 0.000001234, 1e100, 4294967296, 2147483648, -2147483649, Math.PI, Math.E, -Math.PI * 1e10, NaN, Infinity, -Infinity, 255, 0.99999,
  123.456, 1e-10, 0.00015, 1e22, 4.35, 1.0000000000000002, 9.5367431640625e-7, 2e-44, 1.1, 5e-7, 2 ** -1074 * 3, 1.2e21, 3e-320];
for (let i = 0; i < 60; i++) numbers.push(randomDouble());
for (let i = 0; i < 40; i++) numbers.push((random32() - 2 ** 31) / 2 ** (random32() % 40));
const out = (...fields) => console.log(fields.join('\t'));
for (const x of numbers) {
  out('toString', bits(x), 10, String(x));
  for (const radix of [2, 3, 7, 16, 36]) if (Math.abs(x) < 1e30 && Math.abs(x) > 1e-30) out('toString', bits(x), radix, x.toString(radix));
  for (const digits of [0, 1, 2, 7, 20]) if (Math.abs(x) < 1e25) out('toFixed', bits(x), digits, x.toFixed(digits));
  for (const digits of [0, 1, 3, 16]) out('toExponential', bits(x), digits, x.toExponential(digits));
  out('toExponential', bits(x), -1, x.toExponential());
  for (const digits of [1, 2, 5, 17, 30]) out('toPrecision', bits(x), digits, x.toPrecision(digits));
}
const texts = ['', ' ', '\n\t 42 \u00a0\ufeff', '0x1F', '0X1f', '0b101', '0o17', '0b102', '0x', '-0x10', '+5', '-5', '--5', '1e3', '1e', '1e+', '.5', '5.', '.', '-.5e-3', 'Infinity',
  '-Infinity', '+Infinity', 'infinity', 'INFINITY', 'NaN', '12px', '1_000', '1 2', '0x1g', '00012', '1d', '1f', '0x1p3', '1e400', '-1e-400', '9007199254740993', '123456789012345678901234567890',
  '0xfffffffffffffffffffff', '0x20000000000001', '0x20000000000003', '\u0661', 'Infinityx', '3.14abc', '  -0 ', '-', '+', 'e5', '0.0000001', '1.7976931348623159e308', '0b1111111111111111111111111111111111111111111111111111111'];
for (const text of texts) {
  out('parse', JSON.stringify(text), 0, bits(Number(text)));
  out('parseFloat', JSON.stringify(text), 0, bits(parseFloat(text)));
  for (const radix of [0, 10, 16, 2, 36, 1, 37]) out('parseInt', JSON.stringify(text), radix, bits(parseInt(text, radix)));
}
