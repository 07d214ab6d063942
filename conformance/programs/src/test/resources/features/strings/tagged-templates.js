function tag(strings, ...values) { return strings.raw.join('|') + ';' + values.join() + ';' + strings.length; }
console.log(tag`a${1}b\n${2}c`, tag``, String.raw`x\ny${3}`);
function id(s) { return s; }
function same() { return id`t`; }
console.log(same() === same(), id`t` === id`t`, Object.isFrozen(same()));
