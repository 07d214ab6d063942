let s = '';
for (let i = 0; i < 256; i++) s += String.fromCharCode(i);
let sum = 0;
for (let i = 0; i < s.length; i++) sum += s.charCodeAt(i);
console.log(s.length, sum, s.charCodeAt(200));
s += '\u0100';
console.log(s.length, s.charCodeAt(256), s.charCodeAt(200));
