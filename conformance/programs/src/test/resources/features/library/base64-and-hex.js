// Uint8Array's base64 and hexadecimal digits. Node 20 has none: the output's encoded texts and bytes are those of its Buffer, the rest is the standard's.
const show = array => `[${array}]`;
const attempt = (what, action) => {
  try {
    const result = action();
    console.log(what, result instanceof Uint8Array ? show(result) : JSON.stringify(result));
  } catch (error) {
    console.log(what, error.name);
  }
};
const bytes = (...values) => new Uint8Array(values);

for (const text of ['', 'f', 'fo', 'foo', 'foob', 'fooba', 'foobar']) {
  const array = bytes(...[...text].map(c => c.charCodeAt()));
  const base64 = array.toBase64();
  console.log(base64, array.toBase64({ omitPadding: true }), array.toHex(), show(Uint8Array.fromBase64(base64)), show(Uint8Array.fromHex(array.toHex())));
}
const all = bytes(0xfb, 0xff, 0xfe, 0);
console.log(all.toBase64(), all.toBase64({ alphabet: 'base64url' }), all.toBase64({ alphabet: 'base64url', omitPadding: 1 }), all.subarray(1, 3).toHex());

attempt('spaces', () => Uint8Array.fromBase64(' Z m\t9\nv\f YmF\ry '));
attempt('url', () => Uint8Array.fromBase64('-__-AA', { alphabet: 'base64url' }));
attempt('url in base64', () => Uint8Array.fromBase64('-__-AA'));
attempt('base64 in url', () => Uint8Array.fromBase64('+//+AA==', { alphabet: 'base64url' }));
for (const lastChunkHandling of ['loose', 'strict', 'stop-before-partial', 'other']) {
  for (const text of ['Zm8', 'Zm8=', 'Zg', 'Zg==', 'Zg=', 'Z', 'Zm9v', 'Zm9vZh==', 'Zm9=', 'Z===', 'Zg==Zg==']) {
    attempt(`${lastChunkHandling} ${text}`, () => Uint8Array.fromBase64(text, { lastChunkHandling }));
  }
}
attempt('upper', () => Uint8Array.fromHex('CAFEf00d'));
attempt('odd', () => Uint8Array.fromHex('abc'));
attempt('no digit', () => Uint8Array.fromHex('0g'));

const target = new Uint8Array(4);
const into = (what, method, ...args) => {
  attempt(what, () => target[method](...args));
  console.log(show(target));
  target.fill(0);
};
into('fits', 'setFromBase64', 'AQID');
into('too long', 'setFromBase64', 'AQIDBAUG');
into('four of five', 'setFromBase64', 'AQIDBA==');
into('broken', 'setFromBase64', 'AQID!');
into('hex', 'setFromHex', '01020304aa');
into('broken hex', 'setFromHex', '0102zz');
attempt('part', () => target.subarray(1, 3).setFromBase64('//////'));
console.log(show(target));

attempt('no string', () => Uint8Array.fromBase64(1));
attempt('no options', () => Uint8Array.fromBase64('', 'x'));
attempt('alphabet', () => Uint8Array.fromBase64('', { alphabet: 'other' }));
attempt('other arrays', () => Uint8Array.prototype.toHex.call(new Uint8ClampedArray(1)));
console.log(typeof Int8Array.fromHex, typeof Uint8ClampedArray.prototype.toHex, Uint8Array.fromBase64.length, Uint8Array.prototype.toBase64.length);
