const first = require('./first.js');
exports.sawFirst = first.done;
exports.done = true;
