const s = 'abcdefgh';
console.log(s.slice(2, 5), s.slice(-3), s.slice(3, -2), s.slice(5, 2) === '', s.substring(5, 2), s.substring(-1, 3), s.substr(2, 3), s.substr(-3, 2), s.slice(), s.substring(NaN, 2));
