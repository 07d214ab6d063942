// Arguments, durations.
const minimist = require('minimist');
const ms = require('ms');
console.log(minimist(['-abc', '--name=x', '--no-color', '--n', '5', 'file', '--', 'rest'], { boolean: ['a'], alias: { n: 'number' } }));
console.log(ms('2 days'), ms('1.5h'), ms(60000), ms(2 * 3600000, { long: true }), ms('-3 min'));
