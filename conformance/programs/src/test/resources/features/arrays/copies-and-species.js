// Methods that make Arrays: quick for plain ones, and right where somebody has a say in what is made.
'use strict';

const show = array => JSON.stringify([array.length, Object.keys(array), array, array.constructor.name]);
const sparse = [1, , 3, , 5];

for (let i = 0; i < 150; i++) {
  sparse.slice(1, 4).map(x => x);
}
console.log(show(sparse.slice(1)), show(sparse.map(x => x * 2)), show(sparse.slice(-2, 9)), show(sparse.slice(3, 1)));

class Sealed extends Array {
  constructor(length) {
    super(length);
    Object.preventExtensions(this);
  }
}
class Named extends Array {}

const sealed = [1, 2, 3];
sealed.constructor = { [Symbol.species]: Sealed };
try {
  sealed.map(x => x);
} catch (error) {
  console.log(error.name, error.message);
}
console.log(show(Named.from([1, 2, 3]).slice(1)), show(Named.of(1, 2).map(x => x + 1)));

const own = [1, 2, 3];
own.constructor = undefined;
console.log(own.slice(1));

const frozen = Object.freeze([1, 2, 3]);
console.log(show(frozen.slice(1)), Object.isFrozen(frozen.slice()), frozen.slice().push(9));

Array.prototype[1] = 'inherited';
console.log(show(sparse.slice(0, 3)), show(sparse.map(x => x)));
delete Array.prototype[1];

const original = Array.prototype.constructor;
Array.prototype.constructor = Named;
console.log([1, 2].slice() instanceof Named, [1, 2].map(x => x) instanceof Named);
Array.prototype.constructor = original;

Object.defineProperty(Array, Symbol.species, { value: Named, configurable: true });
console.log([1, 2].slice() instanceof Named, [1].concat([2]) instanceof Named);
