// Buffers that become shorter and longer under their views, and user code that makes them so in the middle of a method.
const buffer = new ArrayBuffer(8, { maxByteLength: 16 });
console.log(buffer.resizable, buffer.byteLength, buffer.maxByteLength, new ArrayBuffer(3).resizable, new ArrayBuffer(3).maxByteLength);
const tracking = new Uint8Array(buffer);
const fixed = new Uint8Array(buffer, 4, 4);
const offset = new Uint16Array(buffer, 2);
tracking.set([1, 2, 3, 4, 5, 6, 7, 8]);
const view = new DataView(buffer);
const lengths = () => console.log(tracking.length, fixed.length, fixed.byteOffset, offset.length, view.byteLength);
lengths();
buffer.resize(12);
lengths();
console.log(tracking.join(), 10 in tracking, tracking[11], tracking[12]);
buffer.resize(5);
lengths();
console.log(tracking.join(), fixed[0], Object.keys(fixed).length, 4 in fixed);
buffer.resize(8);
lengths();
console.log(tracking.join(), fixed.join());

const attempt = f => {
  try {
    console.log(f());
  } catch (e) {
    console.log(e.name);
  }
};
attempt(() => buffer.resize(17));
attempt(() => new ArrayBuffer(2, { maxByteLength: 1 }));
attempt(() => new ArrayBuffer(8).resize(4));
buffer.resize(2);
attempt(() => fixed.fill(1));
attempt(() => [...fixed]);
attempt(() => new Uint8Array(fixed));
buffer.resize(8);

// Conversions of arguments that shrink the buffer.
const shrink = (to, value) => ({ valueOf() { buffer.resize(to); return value; } });
tracking.set([1, 2, 3, 4, 5, 6, 7, 8]);
attempt(() => tracking.at(shrink(2, 5)));
buffer.resize(8);
attempt(() => tracking.fill(shrink(4, 9)).join());
buffer.resize(8);
attempt(() => tracking.includes(undefined, shrink(3, 0)));
buffer.resize(8);
attempt(() => fixed.fill(shrink(4, 9)));
buffer.resize(8);
tracking.set([1, 2, 3, 4, 5, 6, 7, 8]);
attempt(() => tracking.slice(shrink(5, 1)).join());
buffer.resize(8);
attempt(() => tracking.map((n, i) => { if (i === 2) buffer.resize(4); return n; }).join());
buffer.resize(8);
tracking.set([1, 2, 3, 4, 5, 6, 7, 8]);
attempt(() => tracking.copyWithin(2, shrink(6, 0)).join());
let visited = 0;
for (const n of tracking) {
  visited++;
  if (n === 1 && visited === 1) buffer.resize(8);
}
console.log(visited, tracking.subarray(2).length, Object.isExtensible(tracking));

// A species that is no object, and one that gives too little.
const odd = new Uint8Array(4);
for (const constructor of [42, 'x', { [Symbol.species]: 7 }, { [Symbol.species]: null }, { [Symbol.species]: function () { return new Uint8Array(1); } }]) {
  odd.constructor = constructor;
  attempt(() => odd.map(n => n).length);
  attempt(() => odd.subarray(1).length);
}
