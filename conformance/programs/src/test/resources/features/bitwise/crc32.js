const table = [];
for (let n = 0; n < 256; n++) {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ c >>> 1 : c >>> 1;
  table[n] = c >>> 0;
}
function crc(s) {
  let c = -1;
  for (let i = 0; i < s.length; i++) c = c >>> 8 ^ table[(c ^ s.charCodeAt(i)) & 255];
  return (c ^ -1) >>> 0;
}
console.log(crc('123456789').toString(16), crc('').toString(16), crc('a'));
