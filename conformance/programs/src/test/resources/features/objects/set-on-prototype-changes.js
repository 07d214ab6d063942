function get(o) { return o.m; }
const proto = { m: 'old' };
const o = Object.create(proto);
for (let i = 0; i < 200; i++) get(o);
console.log(get(o));
proto.m = 'new';
console.log(get(o));
o.m = 'own';
console.log(get(o));
delete o.m;
console.log(get(o));
delete proto.m;
console.log(get(o));
Object.prototype.m = 'root';
console.log(get(o));
delete Object.prototype.m;
