// Minifies a program.
const { minify } = require('uglify-js');
const source = 'function average(numbers) { var total = 0, unused = 5; for (var index = 0; index < numbers.length; index++) { total = total + numbers[index]; } if (numbers.length === 0) { return 0; } else { return total / numbers.length; } } console.log(average([1, 2, 3, 4]));';
console.log(minify(source).code, minify(source, { mangle: { toplevel: true }, compress: { passes: 2 }, toplevel: true }).code);
