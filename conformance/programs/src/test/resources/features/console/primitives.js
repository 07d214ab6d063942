console.log(1, 'a', true, null, undefined, 1.5, -0, NaN, Symbol('s'));
console.log();
console.log('');
console.log('multi\nline', 'x');
