const a = [];
console.log(a.push(1), a.push(2, 3), a.pop(), a.shift(), a.unshift(8, 9), a.join(), [].pop(), [].shift());
for (let i = 0; i < 500; i++) a.push(i);
let s = 0;
while (a.length) s += a.pop();
console.log(s);
