function not(a) { return ~a; }
for (let i = 0; i < 150; i++) not(i);
console.log(not(0), not(-1), not(2147483647), not(-2147483648), not(1.7), not('5'), not(NaN), not(4294967295), ~~'abc');
