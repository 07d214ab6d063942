class Animal { constructor(name) { this.name = name; } speak() { return this.name + ' makes a sound'; } get loud() { return this.speak().toUpperCase(); } }
class Dog extends Animal { speak() { return super.speak() + ': woof'; } }
class Puppy extends Dog { constructor(name) { super(name + ' jr'); this.age = 0; } speak() { return super.speak() + '!'; } }
console.log(new Dog('Rex').speak(), new Puppy('Rex').speak(), new Puppy('A').loud, new Puppy('x') instanceof Animal);
