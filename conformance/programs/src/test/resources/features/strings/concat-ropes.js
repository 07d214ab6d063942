let s = '';
for (let i = 0; i < 2000; i++) s += i % 10;
console.log(s.length, s.slice(0, 20), s.charAt(1999), s.indexOf('90123'));
let p = '';
for (let i = 0; i < 1000; i++) p = i + ',' + p;
console.log(p.length, p.slice(0, 15), p.split(',').length);
