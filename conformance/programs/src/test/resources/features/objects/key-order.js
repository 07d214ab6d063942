const o = { z: 1, 10: 1, a: 1, 2: 1, [-1]: 1, '01': 1, '1.5': 1 };
o.m = 1; o[5] = 1;
console.log(Object.keys(o).join());
delete o.a; o.a = 2;
console.log(Object.keys(o).join());
