function div(a, b) { return a / b; }
for (let i = 1; i < 150; i++) div(i * 6, i);
console.log(div(6, 3), div(7, 2), div(1, 0), div(-1, 0), div(0, 0), 1 / div(0, -3), div(-2147483648, -1), div(1, 3), div('9', 3), div(null, 4));
