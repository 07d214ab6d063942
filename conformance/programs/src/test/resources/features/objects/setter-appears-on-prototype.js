function set(o, v) { o.k = v; }
const proto = {};
const make = () => Object.create(proto);
for (let i = 0; i < 300; i++) set(make(), i);
let seen = [];
Object.defineProperty(proto, 'k', { set(v) { seen.push(v); }, configurable: true });
const o = make();
set(o, 'intercepted');
console.log(seen.join(), Object.keys(o).length);
delete proto.k;
set(o, 'own');
console.log(o.k);
