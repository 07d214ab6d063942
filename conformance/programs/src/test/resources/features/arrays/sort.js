console.log([3, 1, 10, 2].sort().join(), [3, 1, 10, 2].sort((a, b) => a - b).join(), ['b', undefined, 'a', , 'c'].sort().length, ['b', undefined, 'a'].sort().join());
const people = [{ n: 'A', a: 3 }, { n: 'B', a: 1 }, { n: 'C', a: 3 }, { n: 'D', a: 2 }];
console.log(people.sort((x, y) => x.a - y.a).map(p => p.n).join(''));
const big = [];
let x = 7;
for (let i = 0; i < 300; i++) { x = x * 1103 % 7919; big.push(x); }
big.sort((a, b) => b - a);
console.log(big.every((v, i) => i === 0 || big[i - 1] >= v), big[0], big[299]);
