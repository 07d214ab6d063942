console.log((function (a, b, c) {}).length, ((a, b = 1, c) => 0).length, ((...r) => 0).length, (function () {}).length);
const o = { m() {}, get g() { return 1; }, ['c' + 1]: () => 1, f: function () {} };
console.log(o.m.name, Object.getOwnPropertyDescriptor(o, 'g').get.name, o.c1.name, o.f.name);
class K { static s() {} }
console.log(K.name, K.s.name, K.length);
