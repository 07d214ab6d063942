console.log(require('plain'), require('mained'));
console.log(require('mained/src/entry.js') === require('mained'), require('mained/package').name);
console.log(require('@scope/exporting'), require('@scope/exporting/feature'), require('@scope/exporting/inner/one'));
console.log(require('conditional'));
for (const name of ['@scope/exporting/private', '@scope/exporting/private.js', '@scope/exporting/hidden/one', '#unknown']) {
  try {
    console.log(require(name));
  } catch (error) {
    console.log(error.code);
  }
}
console.log(require('node:path') === require('path'), require('fs') === require('node:fs'), require.resolve('path'));
