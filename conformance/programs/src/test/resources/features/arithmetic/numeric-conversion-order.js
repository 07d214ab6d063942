const log = [];
const v = (name, value) => ({ valueOf() { log.push(name); return value; } });
v('a', 1) + v('b', 2); v('c', 1) * v('d', 2); v('e', 1) < v('f', 2); v('g', 1) > v('h', 2); v('i', 3) - v('j', 4);
console.log(log.join(''));
