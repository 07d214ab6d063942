let a = null;
a ??= 3; a ??= 4;
let b = 0;
b ||= 5; b ||= 6;
let c = 1;
c &&= 7; c &&= 0; c &&= 9;
const o = {};
o.x ??= 'set'; o.x ||= 'no'; o.x &&= 'and';
console.log(a, b, c, o.x);
