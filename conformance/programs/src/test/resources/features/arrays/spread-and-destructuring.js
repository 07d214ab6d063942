const a = [1, 2, 3];
const [x, , z = 9, w = 'd', ...r] = [...a, , 5];
console.log(x, z, w, r.length, [...'abc', ...a].join(), [...a].length);
const [[p], { q }] = [[1], { q: 2 }];
console.log(p, q);
