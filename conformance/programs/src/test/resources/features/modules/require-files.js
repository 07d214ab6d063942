const counter = require('./lib/counter');
console.log(counter.next(), require('./lib/counter.js').next(), require('../modules/lib/counter').next());
console.log(require('./lib/data'), require('./lib/directory')('Ann'));
const first = require('./lib/first');
console.log('cycle:', first, require('./lib/second'));
var top = 'no global';
console.log(globalThis.top, this === module.exports, typeof exports, typeof require, arguments.length);
console.log(module.id, require.main === module, module.loaded, module.children.length > 2, module.exports === exports);
const path = require('path');
console.log(path.relative(__dirname, __filename), path.basename(require.resolve('./lib/data')));
delete require.cache[require.resolve('./lib/counter')];
console.log('fresh:', require('./lib/counter').next());
console.log(Object.keys(require.cache).map((file) => path.basename(file)).sort());
console.log(require('./lib/counter.js') === require(path.join(__dirname, 'lib', 'counter.js')));
for (const name of ['./lib/missing', 'missing-package', './lib', '']) {
  try {
    require(name);
  } catch (error) {
    console.log(error.constructor.name, error.code, error.message.split('\n')[0]);
  }
}
for (let i = 0; i < 2; i++) {
  try {
    require('./lib/throwing');
  } catch (error) {
    console.log(error instanceof RangeError, error.message);
  }
}
try {
  require('./lib/broken');
} catch (error) {
  console.log(error instanceof SyntaxError, error.name);
}
try {
  require(5);
} catch (error) {
  console.log(error.code);
}
