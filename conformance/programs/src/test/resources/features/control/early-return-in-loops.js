function find(a, f) { for (const x of a) { for (let i = 0; i < 3; i++) { if (f(x, i)) return [x, i]; } } return null; }
console.log(find([1, 2, 3], (x, i) => x * i === 4).join(), find([1], () => false));
