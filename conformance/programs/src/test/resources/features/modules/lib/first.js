exports.done = false;
const second = require('./second');
exports.sawSecond = second.done;
exports.done = true;
