console.log(early(2));
function early(n) { return n * 10; }
console.log(typeof late);
var late = function () {};
console.log(typeof late);
function twice() { return 1; }
function twice() { return 2; }
console.log(twice());
