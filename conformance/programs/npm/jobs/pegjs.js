// A parser generated from a grammar.
const peg = require('pegjs');
const source = peg.generate('start = sum\nsum = a:product "+" b:sum { return a + b; } / product\nproduct = a:value "*" b:product { return a * b; } / value\nvalue = n:[0-9]+ { return parseInt(n.join("")); } / "(" s:sum ")" { return s; }', { output: 'source' });
console.log(source.length > 5000, source.split('\n').length);
const parser = peg.generate('start = a:"x"+ { return a.length; }');
console.log(parser.parse('xxx'));
