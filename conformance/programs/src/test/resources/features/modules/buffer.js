const text = 'héllo €';
const buffer = Buffer.from(text);
console.log(buffer.length, buffer.toString(), buffer.toString('hex'), buffer.toString('base64'), buffer.toString('latin1'));
console.log(Buffer.from('68c3a9', 'hex').toString(), Buffer.from('aMOp', 'base64').toString(), Buffer.from('aGk_', 'base64url').toString('hex'), Buffer.from('hi', 'utf16le').toString('hex'));
console.log(Buffer.isBuffer(buffer), buffer instanceof Uint8Array, Buffer.isBuffer(new Uint8Array(1)), Buffer.byteLength(text));
console.log(Buffer.concat([Buffer.from('a'), Buffer.from('bc')]).toString(), Buffer.compare(Buffer.from('a'), Buffer.from('b')), buffer.equals(Buffer.from(text)));
const numbers = Buffer.alloc(16);
numbers.writeUInt32BE(0xdeadbeef, 0);
numbers.writeInt16LE(-2, 4);
numbers.writeDoubleLE(1.5, 8);
console.log(numbers.toString('hex'), numbers.readUInt32BE(0), numbers.readInt16LE(4), numbers.readDoubleLE(8), numbers.readUInt8(0));
const part = numbers.slice(0, 2);
part[0] = 1;
console.log(numbers[0], JSON.stringify(Buffer.from([1, 2])), Buffer.alloc(4, 'ab').toString(), [...Buffer.from([1, 2, 3]).subarray(1)]);
const target = Buffer.alloc(5, 0x2e);
console.log(target.write('xy', 1), target.toString(), Buffer.from('abc').copy(target, 3), target.toString());
try {
  buffer.toString('nonsense');
} catch (error) {
  console.log(error.name, error.code);
}
