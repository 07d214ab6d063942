const a = [1, 2];
a.extra = 'x'; a[-1] = 'neg';
console.log(a, [1, [2, [3, [4, [5]]]]], { a: [[[[1]]]] });
const f = function () {}; f.prop = 1;
console.log(f, Object.assign(() => {}, { x: 1 }));
