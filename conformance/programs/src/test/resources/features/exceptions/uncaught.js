console.log('before');
function f() { throw new Error('not caught'); }
f();
console.log('not reached');
