// Members of built-in objects are properties like others, though they are made when they are first asked for.
const has = Function.prototype.call.bind(Object.prototype.hasOwnProperty);
for (const prototype of [Array.prototype, Object.prototype, String.prototype, Function.prototype, Math, JSON]) {
  const names = Object.getOwnPropertyNames(prototype);
  console.log(names.length === new Set(names).size);
}
console.log(delete Array.prototype.at, has(Array.prototype, 'at'), 'at' in []);
console.log(delete Array.prototype.values, delete Array.prototype[Symbol.iterator], has(Array.prototype, Symbol.iterator));
try {
  for (const x of [1]) console.log(x);
} catch (e) {
  console.log(e.name);
}
console.log(delete Object.prototype.toString, has(Object.prototype, 'toString'), typeof {}.toString);
console.log(Array.prototype.constructor === Array, Object.prototype.constructor === Object);
const attempt = f => {
  try {
    console.log(f());
  } catch (e) {
    console.log(e.name + ': ' + e.message);
  }
};
attempt(() => Object.setPrototypeOf(Object.prototype, {}));
attempt(() => Object.setPrototypeOf(Object.prototype, null) === Object.prototype);
attempt(() => Reflect.setPrototypeOf(Object.prototype, {}));
attempt(() => { Object.prototype.__proto__ = {}; });
