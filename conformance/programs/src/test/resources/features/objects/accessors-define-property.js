const o = {};
Object.defineProperty(o, 'hidden', { value: 1, enumerable: false });
Object.defineProperty(o, 'fixed', { value: 2, enumerable: true, writable: false });
let backing = 3;
Object.defineProperty(o, 'acc', { get() { return backing; }, set(v) { backing = v; }, enumerable: true, configurable: true });
o.fixed = 9; o.acc = 10;
console.log(Object.keys(o).join(), o.hidden, o.fixed, o.acc, backing, JSON.stringify(Object.getOwnPropertyDescriptor(o, 'fixed')));
try { Object.defineProperty(o, 'fixed', { value: 5 }); } catch (e) { console.log(e.name); }
