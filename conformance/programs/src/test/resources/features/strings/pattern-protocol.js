// Strings' methods hand over to what their argument has under a symbol, with the arguments that the standard says.
'use strict';

class Pattern {
  get flags() { return 'g'; }
  [Symbol.match](...rest) { return ['match', ...rest]; }
  [Symbol.matchAll](...rest) { return ['matchAll', ...rest]; }
  [Symbol.replace](...rest) { return ['replace', ...rest]; }
  [Symbol.search](...rest) { return ['search', ...rest]; }
  [Symbol.split](...rest) { return ['split', ...rest]; }
}

const pattern = new Pattern();
for (const method of ['match', 'matchAll', 'search', 'replace', 'replaceAll', 'split']) {
  console.log(method, JSON.stringify('text'[method](pattern, 'second', 'third')));
}
try {
  'text'.matchAll({ [Symbol.match]: true });
} catch (error) {
  console.log(error.message);
}
