// instanceof in code that gets hot, and what may change about it.
function is(value, constructor) {
  return value instanceof constructor;
}

class Animal {}
class Dog extends Animal {}
class Puppy extends Dog {}
class Failure extends Error {}
function Old() {}
function Older() {}
Old.prototype = Object.create(Older.prototype);
const bound = Old.bind(null);
const values = [new Animal(), new Dog(), new Puppy(), new Failure('f'), new Error('e'), new Old(), new Older(), {}, [], () => 0, /x/, new Date(0), Object.create(null), 5,
  'text', null, undefined, Symbol(), new String('s'), Animal];
const constructors = [Animal, Dog, Puppy, Failure, Error, Old, Older, bound, Object, Array, Function, String, RegExp];
for (let round = 0; round < 40; round++) {
  const lines = constructors.map(constructor => values.map(value => Number(is(value, constructor))).join(''));
  if (round % 39 === 0) {
    console.log(lines.join('\n'));
  }
}
function message(value, constructor) {
  try {
    return is(value, constructor);
  } catch (error) {
    return error.message;
  }
}
for (const wrong of [undefined, null, 5, {}, 'text', () => 0, { prototype: {} }, (() => 0).bind()]) {
  console.log(message({}, wrong), message(1, wrong));
}
function sample(constructor) {
  return is(dog, constructor);
}
const dog = new Dog();
for (let i = 0; i < 200; i++) {
  sample(Dog);
  sample(Old);
}
console.log(sample(Dog), sample(Animal), sample(Old));
Old.prototype = Object.getPrototypeOf(dog);
console.log(sample(Old));
Old.prototype = 5;
console.log(message(dog, Old));
Old.prototype = Dog.prototype;
Object.setPrototypeOf(dog, Animal.prototype);
console.log(sample(Dog), sample(Animal), sample(Old));
Object.setPrototypeOf(dog, Puppy.prototype);
console.log(sample(Dog), sample(Animal), sample(Old));
Object.setPrototypeOf(Dog.prototype, Failure.prototype);
console.log(sample(Dog), sample(Animal), sample(Failure), sample(Error));
Object.setPrototypeOf(Dog.prototype, Animal.prototype);
console.log(sample(Dog), sample(Animal), sample(Failure));
Object.defineProperty(Animal, Symbol.hasInstance, { value: value => value === 7, configurable: true });
console.log(sample(Dog), is(7, Dog), is(7, Animal), sample(Old));
delete Animal[Symbol.hasInstance];
console.log(sample(Dog), is(7, Dog));
Object.defineProperty(Puppy, Symbol.hasInstance, { value: undefined, configurable: true });
console.log(is(dog, Puppy));
const arrow = () => 0;
arrow.prototype = Animal.prototype;
const boundArrow = arrow.bind();
boundArrow.prototype = Animal.prototype;
for (let i = 0; i < 100; i++) {
  is(dog, arrow);
}
console.log(is(dog, arrow), is({}, arrow), is(dog, boundArrow), is({}, boundArrow));
